package dev.warroom.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * One run of a step.
 *
 * @param target where, as people know it
 * @param where how to get there again
 * @param batch what the runs that one order has started on several hosts have in common; may be
 *     empty
 * @param outcome empty while it runs
 * @param line of the script, from 1, whose command failed and ended it; empty where none did
 * @param took how long it ran; empty while it runs
 */
public record Attempt(
        String run,
        String script,
        String target,
        Where where,
        String batch,
        String who,
        Instant startedAt,
        Optional<Outcome> outcome,
        OptionalInt exit,
        OptionalInt line,
        Optional<Duration> took,
        long bytes,
        String detail) {

    /** One of each is enough, however many runs there were. */
    private static final List<Optional<Outcome>> ENDS =
            Stream.of(Outcome.values()).map(Optional::of).toList();

    public boolean running() {
        return outcome.isEmpty();
    }

    /** Whether it ended before it had begun, so that it has printed nothing. */
    public boolean neverRan() {
        boolean failed = outcome.equals(Optional.of(Outcome.FAILED));
        boolean stopped = outcome.equals(Optional.of(Outcome.STOPPED));
        return (failed || stopped && took.equals(Optional.of(Duration.ZERO)))
                && exit.isEmpty()
                && bytes == 0;
    }

    /** Whether its outcome may still become known. */
    boolean open() {
        return outcome.isEmpty() || outcome.get() == Outcome.UNKNOWN;
    }

    /** How those ended that have the outcome in this place. */
    static Optional<Outcome> ended(int outcome) {
        return ENDS.get(outcome);
    }

    Attempt finished(IncidentEvent.StepFinished end) {
        return new Attempt(
                run,
                script,
                target,
                where,
                batch,
                who,
                startedAt,
                ended(end.outcome().ordinal()),
                end.exit(),
                end.line(),
                Optional.of(end.took()),
                end.bytes(),
                end.detail());
    }
}
