package dev.warroom.room;

import dev.warroom.incident.Outcome;
import dev.warroom.policy.Policy;
import dev.warroom.policy.StepRules;
import dev.warroom.policy.Target;
import dev.warroom.policy.TargetGroup;
import dev.warroom.policy.Targets;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A desk whose workspace names targets or guards steps, and the way to a step's run there. */
abstract class TargetsTestBase {

    /** Where ana sits. */
    Desk desk;

    TargetsTestBase(Desk desk) {
        this.desk = desk;
    }

    /** A desk that walks {@code runbook} in a workspace that has these targets. */
    static Desk at(Targets targets, String runbook) {
        return at(targets, StepRules.USUAL, runbook);
    }

    /** The same where the workspace also has rules for its steps. */
    static Desk at(Targets targets, StepRules steps, String runbook) {
        Policy policy = Practice.with(Practice.policy(), targets, steps);
        return Desk.walking(120, 40, policy, runbook);
    }

    static Targets machines(Target... targets) {
        return new Targets(List.of(targets), List.of(), Targets.USUAL_BLAST_RADIUS);
    }

    static Targets group(int blastRadius, TargetGroup group, Target... targets) {
        return new Targets(List.of(targets), List.of(group), blastRadius);
    }

    /** A machine whose host has its name. */
    static Target machine(String name, String tag) {
        return Practice.machine(name, name, Map.of(), tag);
    }

    /** Goes to the step that begins with {@code step} and presses Enter. */
    Desk open(String step) {
        return desk.goTo(step).press(Key.Kind.ENTER);
    }

    /** Opens the step and presses Enter on its preview. */
    Desk enter(String step) {
        return open(step).press(Key.Kind.ENTER);
    }

    /** Types {@code words} into the question that is open, and answers with them. */
    Desk answers(String words) {
        return desk.type(words).press(Key.Kind.ENTER);
    }

    /** A run of some host ends. */
    Desk ends(String run, int exit) {
        return desk.ends(
                run,
                exit == 0 ? Outcome.PASSED : Outcome.FAILED,
                OptionalInt.of(exit),
                Duration.ofSeconds(1),
                "");
    }

    /** A run fails with 7 in this line of its script. */
    Desk failsIn(String run, int line) {
        return desk.signal(
                new Signal.RunEnded(
                        run,
                        Outcome.FAILED,
                        OptionalInt.of(7),
                        OptionalInt.of(line),
                        Duration.ofSeconds(1),
                        0,
                        ""));
    }

    /** The preview that is open. */
    Question.Preview preview() {
        return (Question.Preview) desk.room().question().orElseThrow();
    }

    /** What the question that is open asks to be typed. */
    String asksFor() {
        return ((Question.Text) desk.room().question().orElseThrow()).purpose().words();
    }

    /** Whether a run was begun since what was asked of the outside was last looked at. */
    boolean started() {
        return desk.asked().stream().anyMatch(Effect.StartRun.class::isInstance);
    }
}
