package dev.warroom.room;

import dev.warroom.runbook.Step;

import org.pcollections.HashTreePSet;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What is left to do of an order for several hosts.
 *
 * @param waiting what has not begun, in order
 * @param open the runs that have begun, or are about to, and have not ended
 * @param failed whether one has not passed
 */
public record Wave(
        Step step,
        int atOnce,
        boolean stopsAtFailure,
        PVector<Launch> waiting,
        PSet<String> open,
        boolean failed) {

    static Wave of(Step step, Aim aim) {
        return new Wave(
                step,
                aim.atOnce(),
                aim.stopsAtFailure(),
                TreePVector.from(aim.launches()),
                HashTreePSet.empty(),
                false);
    }

    /** Whether the next may begin now. */
    boolean goesOn() {
        return !waiting.isEmpty() && open.size() < atOnce && !(failed && stopsAtFailure);
    }

    /** Whether nothing more will come of it. */
    boolean over() {
        return open.isEmpty() && (waiting.isEmpty() || failed && stopsAtFailure);
    }

    /** The first that waits begins as {@code run}. */
    Wave begun(String run) {
        return new Wave(step, atOnce, stopsAtFailure, waiting.minus(0), open.plus(run), failed);
    }

    Wave ended(String run, boolean passed) {
        return new Wave(step, atOnce, stopsAtFailure, waiting, open.minus(run), failed || !passed);
    }

    /** Nothing more begins. */
    Wave stopped() {
        return new Wave(step, atOnce, stopsAtFailure, TreePVector.empty(), open, failed);
    }
}
