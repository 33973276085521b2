package dev.warroom.room;

import dev.warroom.incident.Batch;
import dev.warroom.incident.StepState;
import dev.warroom.layout.Pane;
import dev.warroom.runbook.Step;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which actions make sense now, and why the others do not. */
public final class Availability {

    /** What writes, runs or stops something. */
    private static final Set<Action> ACTS =
            EnumSet.of(
                    Action.RUN,
                    Action.INTERACTIVE,
                    Action.DONE,
                    Action.SKIP,
                    Action.STOP,
                    Action.NOTE,
                    Action.UPDATE,
                    Action.ACKNOWLEDGE,
                    Action.ESCALATE,
                    Action.CLOCK,
                    Action.OTHER_CLOCK);

    private Availability() {}

    /** Enter may look at a probe, or open something to look at. */
    private static boolean reading(Room room, Action action) {
        return action == Action.RUN
                && (Acting.onHealth(room) || Recalling.onTimeline(room) || room.choosing());
    }

    /**
     * Why {@code action} cannot be done now, as a sentence that says what to do instead; empty if
     * it can.
     */
    public static Optional<String> whyNot(Room room, Action action) {
        boolean acts = ACTS.contains(action) && !reading(room, action);
        if (acts && !room.mode().writes()) {
            return Optional.of(room.mode().refusal());
        }
        return switch (action) {
            case RUN ->
                    Acting.onHealth(room)
                            ? whyNotLook(room)
                            : Seeking.onLogs(room)
                                    ? whyNoLine(room)
                                    : Recalling.onTimeline(room)
                                            ? whyNoFact(room)
                                            : room.choosing()
                                                    ? whyNotOpen(room)
                                                    : onSpot(room).or(() -> whyNotEnter(room));
            case INTERACTIVE ->
                    onStep(room).or(() -> whyNotRun(room)).or(() -> room.mode().whyNotRun());
            case DONE -> onSpot(room).or(() -> whyNotTick(room));
            case SKIP -> onStep(room).or(() -> whyNotSkip(room));
            case STEP_NOTE -> onStep(room).or(() -> whileOpened(room));
            case CHANGES ->
                    room.checklist().changed().isPresent()
                            ? Optional.empty()
                            : Optional.of("The runbook has not changed since it was opened.");
            case STOP ->
                    stoppable(room).isPresent() || waiting(room)
                            ? room.mode().whyNotRun()
                            : Optional.of(whyNotStop(room));
            case OUTPUT ->
                    onSpot(room)
                            .or(
                                    () ->
                                            shownByOutput(room).isPresent()
                                                    ? Optional.empty()
                                                    : Optional.of(
                                                            "Nothing has run yet: there is no"
                                                                    + " output."));
            case NOTE -> whileOpened(room);
            case MARK, COPY -> whyNoLine(room);
            case PIN -> whileOpened(room).or(() -> whyNoLine(room));
            case UPDATE, ESCALATE -> whileOpen(room);
            case CLOCK -> whileOpen(room).or(() -> whyNoProposal(room));
            case OTHER_CLOCK ->
                    whileOpen(room)
                            .or(
                                    () ->
                                            Clocks.of(room).isEmpty()
                                                    ? Optional.of("No clock is running.")
                                                    : Optional.empty());
            case ACKNOWLEDGE ->
                    whileOpen(room)
                            .or(
                                    () ->
                                            room.incident().acknowledgedAt().isPresent()
                                                    ? Optional.of("It is acknowledged already.")
                                                    : Optional.empty());
            case FIND,
                    DOWN,
                    UP,
                    PAGE_DOWN,
                    PAGE_UP,
                    TOP,
                    END,
                    FILTER,
                    FILTER_OUT,
                    SEARCH,
                    NEXT_MATCH,
                    PREVIOUS_MATCH,
                    NEXT_ERROR,
                    PREVIOUS_ERROR,
                    NEXT_WARNING,
                    PREVIOUS_WARNING,
                    FOLLOW,
                    NEXT_PANE,
                    PREVIOUS_PANE ->
                    Optional.empty();
            case PANE_1, PANE_2, PANE_3, PANE_4, ZOOM, COMMAND, HELP, BACK, QUIT ->
                    Optional.empty();
        };
    }

    /**
     * The run that stopping would stop: the one whose output has the keys, else the selected
     * step's.
     */
    static Optional<String> stoppable(Room room) {
        Optional<String> shown = room.screen().output().filter(it -> room.screen().outputHasKeys());
        return shown.or(
                        () ->
                                selected(room)
                                        .flatMap(it -> room.incident().step(it.id()).last())
                                        .map(FanOut::shown))
                .filter(
                        id ->
                                room.launches().waves().containsKey(id)
                                        || room.incident().running().stream()
                                                .anyMatch(
                                                        it ->
                                                                it.run().equals(id)
                                                                        || it.batch().equals(id)));
    }

    /** A step of another place or runbook may run, and is not what K stops here. */
    private static String whyNotStop(Room room) {
        List<Batch> running = room.incident().runningTogether();
        if (running.isEmpty()) {
            return "Nothing is running that could be stopped.";
        }
        String last = RunTitle.of(room, FanOut.shown(running.getLast().attempts().getLast()));
        int others = running.size() - 1;
        return "Nothing is running here: K stops \""
                + last
                + "\""
                + (others == 0
                        ? " where that is selected."
                        : " and " + others + " more where each is selected.");
    }

    /**
     * The run whose output is meant: the selected step's last one, or, where it has none, the one
     * that was started last, since the selection moves on when a step has passed.
     */
    static Optional<String> shownByOutput(Room room) {
        return selected(room)
                .flatMap(it -> room.incident().step(it.id()).last())
                .or(room.incident()::newest)
                .map(FanOut::shown);
    }

    /** Whether the selected step waits for its next attempt. */
    static boolean waiting(Room room) {
        return selected(room).filter(room.retries()::waits).isPresent();
    }

    static Optional<Step> selected(Room room) {
        return room.choosing() ? Optional.empty() : room.checklist().selected();
    }

    private static Optional<String> whyNoLine(Room room) {
        return room.logs().meant().isPresent()
                ? Optional.empty()
                : Optional.of("The log pane shows no line.");
    }

    private static Optional<String> whyNoFact(Room room) {
        return Recalling.meant(room).isPresent()
                ? Optional.empty()
                : Optional.of("The timeline shows no fact.");
    }

    private static Optional<String> whyNotLook(Room room) {
        return room.health().probes().isEmpty()
                ? Optional.of("There is no probe to look at: name some in warroom.yaml.")
                : Optional.empty();
    }

    private static Optional<String> onStep(Room room) {
        if (room.screen().focus() != Pane.CHECKLIST) {
            return Optional.of("That works on a step: press 1 for the checklist first.");
        }
        if (selected(room).isEmpty()) {
            return Optional.of(
                    room.choosing() || room.checklist().spot().isEmpty()
                            ? "No step is selected: open a runbook first."
                            : "That works on a step, and none is selected.");
        }
        return Optional.empty();
    }

    private static Optional<String> onSpot(Room room) {
        boolean spot = !room.choosing() && room.checklist().spot().isPresent();
        return room.screen().focus() == Pane.CHECKLIST && spot ? Optional.empty() : onStep(room);
    }

    private static Optional<String> whyNotEnter(Room room) {
        return switch (room.checklist().spot().orElseThrow()) {
            case Spot.OfStep it when it.step().kind() != Step.Kind.MANUAL -> whyNotRun(room);
            case Spot.OfStep it ->
                    it.isLong()
                            ? Optional.empty()
                            : Following.linkOf(room, it.step())
                                    .map(link -> whyNotFollow(room, link))
                                    .orElseGet(() -> whyNotRun(room));
            case Spot.OfExpectation it -> whyNotOver(room);
            case Spot.OfLink it -> whyNotFollow(room, it);
            case Spot.OfWords _ -> Optional.empty();
            case Spot.OfNext _ -> whyNotOver(room);
        };
    }

    private static Optional<String> whyNotFollow(Room room, Spot.OfLink link) {
        return link.staysIn(room.checklist()) ? Optional.empty() : whyNotOver(room);
    }

    private static Optional<String> whyNotTick(Room room) {
        return switch (room.checklist().spot().orElseThrow()) {
            case Spot.OfStep it -> whyNotDone(room);
            case Spot.OfExpectation it -> whyNotOver(room);
            case Spot.OfLink it -> Optional.of("This is a link: Enter follows it.");
            case Spot.OfWords it -> Optional.of("These are words: Enter shows them.");
            case Spot.OfNext it -> Optional.of("This follows in the file: Enter opens it.");
        };
    }

    private static Optional<String> whyNotOver(Room room) {
        return room.incident().open()
                ? Optional.empty()
                : Optional.of(room.incident().id() + " is over.");
    }

    private static Optional<String> whyNotOpen(Room room) {
        if (room.screen().focus() != Pane.CHECKLIST) {
            return Optional.of("Press 1 to choose what to open.");
        }
        if (room.opening()) {
            return Optional.of("It is being opened.");
        }
        if (!room.catalog().entries(room.incident().begun()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                room.catalog().typed().text().isBlank()
                        ? "There is no runbook to open: put Markdown files into runbooks/."
                        : "Nothing fits these words: Esc takes them away.");
    }

    private static Optional<String> whyNotRun(Room room) {
        Step step = selected(room).orElseThrow();
        if (!room.incident().open()) {
            return Optional.of(room.incident().id() + " is over: nothing runs in it any more.");
        }
        if (step.kind() == Step.Kind.MANUAL) {
            return Optional.of("This step is for a person: do it, then press x.");
        }
        if (room.preparing().isPresent()) {
            return Optional.of("The last answer is being written; what it leads to comes then.");
        }
        Optional<String> watching = Driving.whyNotStart(room);
        if (watching.isPresent()) {
            return watching;
        }
        boolean busy =
                room.incident().state(step.id()) == StepState.RUNNING
                        || !room.launches().starting().isEmpty();
        return busy
                ? Optional.of("It is running: o shows its output, K stops it.")
                : Optional.empty();
    }

    private static Optional<String> whyNotDone(Room room) {
        Step step = selected(room).orElseThrow();
        if (!room.incident().open()) {
            return Optional.of(room.incident().id() + " is over.");
        }
        boolean tickable =
                step.kind() != Step.Kind.COMMAND
                        || room.incident().step(step.id()).last().isPresent();
        return tickable
                ? Optional.empty()
                : Optional.of("This step has a command: Enter runs it, s skips it with a reason.");
    }

    private static Optional<String> whyNotSkip(Room room) {
        Step step = selected(room).orElseThrow();
        if (!room.incident().open()) {
            return Optional.of(room.incident().id() + " is over.");
        }
        return room.incident().state(step.id()) == StepState.RUNNING
                ? Optional.of("It is running: K stops it first.")
                : Optional.empty();
    }

    private static Optional<String> whyNoProposal(Room room) {
        return Proposal.of(room).isPresent()
                ? Optional.empty()
                : Optional.of("No clock has run out: C shows what can be done about the next one.");
    }

    private static Optional<String> whileOpened(Room room) {
        return room.incident().begun() ? Optional.empty() : Optional.of("No incident is open yet.");
    }

    private static Optional<String> whileOpen(Room room) {
        if (!room.incident().open()) {
            return Optional.of(
                    room.incident().begun()
                            ? room.incident().id() + " is over."
                            : "No incident is open yet.");
        }
        return room.incident().severity().isEmpty()
                ? Optional.of("A checklist has no such clock.")
                : Optional.empty();
    }
}
