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
        return Script.missing(step, room.walk(), SetThere.of(room, step))
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
        Optional<String> watching = Driving.whyNotStart(room);
        if (watching.isPresent()) {
            return Next.of(room.unasked().with(Notice.plain(watching.get())));
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

    /** All has been agreed to; whoever runs it on many hosts types how many first. */
    static Next launch(Room room, Step step, Aim aim) {
        return aim.launches().size() > room.policy().targets().blastRadius()
                ? Acting.ask(room, new Question.Purpose.HostCount(step, aim))
                : launched(room, step, aim);
    }

    /** Nothing is left to ask. */
    static Next launched(Room room, Step step, Aim aim) {
        return aim.several()
                ? FanOut.begin(room.unasked(), step, aim)
                : start(room, step, aim.first());
    }

    /** Whoever cannot say how many hosts it is does not know what they do. */
    static Next counted(Room room, Question.Purpose.HostCount asked, String text) {
        int hosts = asked.aim().launches().size();
        return text.equals(Integer.toString(hosts))
                ? launched(room, asked.step(), asked.aim())
                : Next.of(
                        room.asking(new Question.Text(asked, Line.EMPTY))
                                .with(
                                        Notice.bad(
                                                "It is "
                                                        + hosts
                                                        + " hosts: type that number, or Esc goes"
                                                        + " back.")));
    }

    /**
     * That a step begins.
     *
     * @param batch of the runs on several hosts that it is one of; empty where it is alone
     */
    public static StepStarted started(String run, Step step, Launch launch, String batch) {
        return new StepStarted(
                run,
                step.id(),
                step.title(),
                launch.script(),
                launch.target().name(),
                launch.where(),
                batch);
    }

    /** The start is recorded first; the run begins when the record is on disk. */
    static Next start(Room room, Step step, Launch launch) {
        String run = FanOut.nextRun(room);
        Next started =
                Next.of(
                        room.unasked().with(room.launches().plus(run, launch)),
                        new Effect.Record(started(run, step, launch, "")));
        return Interactive.noted(started, step, launch);
    }
}
