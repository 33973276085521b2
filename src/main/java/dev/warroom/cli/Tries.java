package dev.warroom.cli;

import dev.warroom.incident.Outcome;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Probe;
import dev.warroom.room.Interactive;
import dev.warroom.room.Trying;
import dev.warroom.runbook.Attributes;
import dev.warroom.runbook.Step;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How often a step of a run without a screen was tried, and what its output must hold. What it
 * prints may come from another thread than its ends.
 */
final class Tries {

    private static final String PROBE = "probe ";
    private static final Attributes.Retry ONCE =
            new Attributes.Retry(1, Duration.ZERO, Duration.ZERO);

    private final Step step;
    private final Optional<String> expected;
    private final ArrayDeque<String> said = new ArrayDeque<>();
    private Trying trying;
    private boolean printed;
    private boolean wanted;
    private Outcome last = Outcome.UNKNOWN;

    private Tries(Step step, Attributes.Retry retry) {
        this.step = step;
        this.expected = step.attributes().expect();
        this.trying = Trying.of(retry);
    }

    static Tries of(Step step) {
        return new Tries(step, step.attributes().retry().orElse(ONCE));
    }

    /** One try, whatever the step says. */
    static Tries once(Step step) {
        return new Tries(step, ONCE);
    }

    /** The probe of the workspace that must be well; empty where it is words of the output. */
    static Optional<String> probe(Step step, Policy policy) {
        return step.attributes()
                .expect()
                .filter(it -> it.startsWith(PROBE))
                .map(it -> it.substring(PROBE.length()).strip())
                .filter(it -> policy.probes().stream().map(Probe::name).anyMatch(it::equals));
    }

    /** What the try that runs now has printed. */
    synchronized void printed(List<String> lines) {
        printed |=
                expected.isPresent() && lines.stream().anyMatch(it -> it.contains(expected.get()));
        lines.subList(Math.max(0, lines.size() - Interactive.LINES), lines.size())
                .forEach(said::addLast);
        while (said.size() > Interactive.LINES) {
            said.removeFirst();
        }
    }

    /**
     * @param line of the script whose command failed and ended it; empty where none did
     */
    synchronized void ended(Outcome outcome, OptionalInt line, Instant at) {
        last = outcome;
        wanted = outcome == Outcome.FAILED && Interactive.wanted(step, line, List.copyOf(said));
        said.clear();
        trying = trying.after(outcome == Outcome.PASSED && (expected.isEmpty() || printed), at);
        printed = false;
    }

    synchronized boolean again() {
        return trying.again(last);
    }

    synchronized Duration pause() {
        return trying.retry().interval();
    }

    synchronized StepResult.State state() {
        if (last == Outcome.STOPPED) {
            return StepResult.State.STOPPED;
        }
        if (last == Outcome.UNKNOWN) {
            return StepResult.State.UNKNOWN;
        }
        return trying.enough() ? StepResult.State.PASSED : StepResult.State.FAILED;
    }

    /** Why it counts as failed, where there is more to say than how it ended; may be empty. */
    synchronized String why() {
        if (wanted) {
            return "it wanted a terminal and had none: in a room, i runs it in one";
        }
        if (last != Outcome.PASSED || trying.enough()) {
            return "";
        }
        String what =
                trying.since().isPresent()
                        ? "it has held for " + trying.heldWords()
                        : "no line of its output has \"" + expected.orElse("") + "\"";
        return trying.done() > 1 ? what + " after " + trying.done() + " attempts" : what;
    }

    /** "attempt 2 of 5 in 10 s". */
    synchronized String next() {
        return trying.nextWords();
    }
}
