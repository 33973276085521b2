package dev.warroom.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The driver's seat: where somebody drives, they alone start steps.
 *
 * @param driver empty where nobody drives, and everybody may start steps
 * @param asked who asks for it, while that is not answered
 */
public record Seat(String driver, Optional<Asked> asked) {

    /** How long whoever drives has to answer who asks for the seat. */
    public static final Duration WITHIN = Duration.ofMinutes(1);

    /** Nobody drives. */
    public static final Seat FREE = new Seat("", Optional.empty());

    /**
     * Somebody asks for the seat.
     *
     * @param within the time after which it is theirs, where nobody answers
     */
    public record Asked(String person, Instant at, Duration within) {

        /** When it is theirs. */
        public Instant due() {
            return at.plus(within);
        }
    }

    /** Whether somebody else than {@code person} drives. */
    public boolean heldFrom(String person) {
        return !driver.isEmpty() && !driver.equals(person);
    }

    /** Whether {@code person} asks for it. */
    public boolean askedBy(String person) {
        return asked.filter(it -> it.person().equals(person)).isPresent();
    }

    Seat changed(String person) {
        return new Seat(person, Optional.empty());
    }

    Seat asked(String person, Instant at, Duration within) {
        return new Seat(driver, Optional.of(new Asked(person, at, within)));
    }

    Seat kept() {
        return new Seat(driver, Optional.empty());
    }
}
