package dev.warroom.incident;

import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.time.Instant;
import java.util.Optional;

/**
 * What has happened to one step.
 *
 * @param attempts its runs, oldest first
 * @param running how many of them have not ended
 * @param who whoever did the last thing to it
 * @param at when that was
 * @param reason why it was skipped; empty otherwise
 * @param notes what people had to say of it, oldest first
 */
public record StepRecord(
        String step,
        StepState state,
        Attempts attempts,
        int running,
        String who,
        Instant at,
        String reason,
        PVector<StepNote> notes) {

    static StepRecord untouched(String step) {
        return new StepRecord(
                step, StepState.OPEN, Attempts.NONE, 0, "", Instant.EPOCH, "", TreePVector.empty());
    }

    public Optional<Attempt> last() {
        return attempts.isEmpty()
                ? Optional.empty()
                : Optional.of(attempts.get(attempts.size() - 1));
    }

    StepRecord started(Attempt attempt) {
        return new StepRecord(
                step,
                StepState.RUNNING,
                attempts.plus(attempt),
                running + 1,
                attempt.who(),
                attempt.startedAt(),
                "",
                notes);
    }

    /** The outcome that is known first stands; only one that was unknown may become known later. */
    StepRecord finished(IncidentEvent.StepFinished end, Instant when) {
        for (int i = attempts.size() - 1; i >= attempts.size() - attempts.recent().size(); i--) {
            Attempt attempt = attempts.get(i);
            if (attempt.run().equals(end.run()) && attempt.open()) {
                Attempts ended = attempts.with(i, attempt.finished(end));
                int left = running - (attempt.running() ? 1 : 0);
                return ticked()
                        ? new StepRecord(step, state, ended, left, who, at, reason, notes)
                        : new StepRecord(
                                step,
                                left > 0 ? StepState.RUNNING : stateAfter(end, ended),
                                ended,
                                left,
                                who,
                                when,
                                reason,
                                notes);
            }
        }
        return this;
    }

    /** A step that was ticked or skipped while it ran stays so, with who did it and when. */
    private boolean ticked() {
        return state == StepState.DONE || state == StepState.SKIPPED;
    }

    /** When none of them runs any more. */
    private StepState stateAfter(IncidentEvent.StepFinished end, Attempts ended) {
        Attempt newest = attempts.get(attempts.size() - 1);
        if (!newest.run().equals(end.run()) && state != StepState.RUNNING) {
            return state;
        }
        if (!newest.batch().isEmpty()) {
            return Batch.of(ended).getLast().state();
        }
        return switch (end.outcome()) {
            case PASSED -> StepState.PASSED;
            case FAILED -> StepState.FAILED;
            case STOPPED -> StepState.STOPPED;
            case UNKNOWN -> StepState.UNKNOWN;
        };
    }

    StepRecord ticked(StepState to, String by, Instant when, String why) {
        return new StepRecord(step, to, attempts, running, by, when, why, notes);
    }

    StepRecord moved(String to) {
        return new StepRecord(to, state, attempts, running, who, at, reason, notes);
    }

    StepRecord noted(StepNote note) {
        return new StepRecord(step, state, attempts, running, who, at, reason, notes.plus(note));
    }
}
