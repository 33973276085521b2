package dev.warroom.room;

import dev.warroom.incident.IncidentEvent.StepPrepared;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.StepState;
import dev.warroom.room.Question.Purpose;
import dev.warroom.runbook.Step;

import java.util.Optional;

/** The way from a selected step to its run: reason, values, preview, start. */
public final class Running {

    private Running() {}

    /**
     * Asks for whatever is still missing before {@code step} can run, and shows the preview when
     * nothing is.
     */
    static Next ask(Room room, Step step) {
        Optional<Checklist.Picked> picked = room.checklist().optionOf(step);
        if (picked.isPresent() && !picked.get().isPickedIn(room.incident())) {
            return Acting.ask(
                    room,
                    new Purpose.OptionReason(step, picked.get().choice(), picked.get().option()));
        }
        return Script.missing(step, room.walk())
                .map(it -> Filling.ask(room, step, it))
                .orElseGet(() -> Targeting.preview(room, step));
    }

    /**
     * The next question of the step that is being prepared, if one is. Never over a question that
     * was opened meanwhile: whoever is typing there would answer a preview they have not seen.
     */
    static Next goOn(Room room) {
        Optional<Step> step = room.preparing();
        Room next = room.preparing(Optional.empty());
        return step.isPresent() && room.question().isEmpty()
                ? ask(next, step.get())
                : Next.of(next);
    }

    /** What was shown runs; a step that is only to be ready is that now. */
    static Next go(Room room, Question.Preview preview) {
        Step step = preview.step();
        if (room.mode() == Mode.READ_ONLY) {
            return Next.of(room.unasked().with(Notice.bad(room.mode().refusal())));
        }
        return onlyReady(room, step)
                ? Next.of(
                        room.unasked(),
                        new Effect.Record(
                                new StepPrepared(step.id(), step.title(), preview.script())))
                : Guard.pass(room, preview);
    }

    /** Whether Enter on {@code step} makes it ready for later, instead of running it. */
    public static boolean onlyReady(Room room, Step step) {
        return room.mode() == Mode.DRY_RUN
                || step.prepared() && room.incident().state(step.id()) == StepState.OPEN;
    }

    /** The start is recorded first; the run begins when the record is on disk. */
    static Next start(Room room, Step step, Launch launch) {
        String run = room.incident().id() + "-" + (room.incident().runs().size() + 1);
        Next started =
                Next.of(
                        room.unasked().with(room.launches().plus(run, launch)),
                        new Effect.Record(
                                new StepStarted(
                                        run,
                                        step.id(),
                                        step.title(),
                                        launch.script(),
                                        launch.target().name(),
                                        launch.where(),
                                        "")));
        return Interactive.noted(started, step, launch);
    }
}
