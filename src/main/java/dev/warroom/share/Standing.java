package dev.warroom.share;

import java.time.Instant;
import java.util.Optional;

/**
 * How far an incident is shared.
 *
 * @param waiting facts that were recorded here and are not in the room's stream
 * @param since when the oldest of them was recorded; empty where none waits
 * @param trouble why nothing can be shared, or read, at the moment; empty where all is well
 */
public record Standing(int waiting, Optional<Instant> since, String trouble) {

    /** All is shared. */
    public static final Standing WELL = new Standing(0, Optional.empty(), "");
}
