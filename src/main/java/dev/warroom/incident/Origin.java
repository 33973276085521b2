package dev.warroom.incident;

import java.time.Duration;
import java.util.Objects;

/**
 * Where a fact of a room over several machines comes from.
 *
 * @param from the mark of the state folder it was recorded in; empty where the record is not shared
 * @param own its number among those that were recorded there; 0 where it went to the shared record
 *     at once, as the start of a step does
 * @param late how long after it was recorded it was shared, by the clock of whoever recorded it;
 *     zero where nobody had to wait for it
 */
public record Origin(String from, long own, Duration late) {

    /** The record is not shared. */
    public static final Origin HERE = new Origin("", 0, Duration.ZERO);

    public Origin {
        Objects.requireNonNull(from);
        if (own < 0 || late.isNegative()) {
            throw new IllegalArgumentException(
                    "own " + own + " and late " + late + " must be >= 0");
        }
    }

    /** Whether others may have decided something before they knew of it. */
    public boolean isLate() {
        return !late.isZero();
    }
}
