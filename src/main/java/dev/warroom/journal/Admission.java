package dev.warroom.journal;

import dev.warroom.incident.Fact;

import java.util.Optional;

/** Whether a line that fits the shared record may be there. */
@FunctionalInterface
public interface Admission {

    /** Everybody may write. */
    Admission ALL = (fact, line) -> Optional.empty();

    /**
     * Why {@code fact} does not count, as a person reads it; empty where it does.
     *
     * @param line as it came, without its end
     */
    Optional<String> objection(Fact fact, byte[] line);
}
