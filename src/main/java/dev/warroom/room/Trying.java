package dev.warroom.room;

import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Outcome;
import dev.warroom.runbook.Attributes.Retry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a step is that is tried until what must hold holds, or has held for some time.
 *
 * @param done how often it was tried
 * @param since when what must hold has begun to; empty while it does not
 * @param held for how long it had held when the last try ended
 */
public record Trying(Retry retry, int done, Optional<Instant> since, Duration held) {

    /** Before the first try. */
    public static Trying of(Retry retry) {
        return new Trying(retry, 0, Optional.empty(), Duration.ZERO);
    }

    /** A try has ended {@code at} this moment, and what must hold does or does not. */
    public Trying after(boolean holds, Instant at) {
        Optional<Instant> begun = holds ? since.or(() -> Optional.of(at)) : Optional.empty();
        return new Trying(
                retry,
                done + 1,
                begun,
                begun.map(it -> Duration.between(it, at)).orElse(Duration.ZERO));
    }

    /** The clock was set. */
    Trying later(Duration by) {
        return new Trying(retry, done, since.map(it -> it.plus(by)), held);
    }

    /** Whether what must hold has held for as long as it must. */
    public boolean enough() {
        return since.isPresent() && held.compareTo(retry.holds()) >= 0;
    }

    /**
     * Whether it is to be tried again. What was stopped, or may have run to its end, is not.
     *
     * @param last how the last try ended
     */
    public boolean again(Outcome last) {
        return !enough()
                && done < retry.attempts()
                && last != Outcome.STOPPED
                && last != Outcome.UNKNOWN;
    }

    /** "3 s of 10 s". */
    public String heldWords() {
        return DurationWords.of(held) + " of " + DurationWords.of(retry.holds());
    }

    /** "holds for 3 s of 10 s, attempt 2 of 5 in 2 s". */
    public String nextWords() {
        return (since.isPresent() ? "holds for " + heldWords() + ", " : "")
                + "attempt "
                + (done + 1)
                + " of "
                + retry.attempts()
                + " in "
                + DurationWords.of(retry.interval());
    }
}
