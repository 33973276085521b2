package dev.warroom.room;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.IncidentEvent.StepNoted;
import dev.warroom.room.Question.Purpose;

import java.util.List;

/** All that runs is stopped so that the incident can end. */
final class Stopping {

    private Stopping() {}

    /** Offers to stop what runs. */
    static Next ask(Room room) {
        int running = room.incident().running().size();
        return room.mode().runs()
                ? Next.of(room.asking(new Question.StopAll(running)))
                : Next.of(
                        room.with(
                                Notice.bad(
                                        running
                                                + " step(s) still running. "
                                                + room.mode().refusal())));
    }

    /** Stops a run, or those of a batch; until it has ended, that is said. */
    static Next one(Room room, Question.Stop stop) {
        Next next = FanOut.stop(room, stop.run());
        return next.effects().isEmpty()
                ? next
                : new Next(
                        next.room().with(Notice.plain(stop.title() + " is being stopped.")),
                        next.effects());
    }

    /** What a stop did not reach is written down, so that somebody ends it by hand. */
    static Next escaped(Room room, String run, String process) {
        String title = RunTitle.of(room, run);
        String words = "goes on after the stop, by its pid: " + process;
        Room told = room.with(Notice.bad(title + ": it " + words));
        String step = room.incident().runs().getOrDefault(run, "");
        return step.isEmpty() || !room.mode().writes()
                ? Next.of(told)
                : Next.of(told, new Effect.Record(new StepNoted(step, title, words)));
    }

    /**
     * Stops them, and asks for the root cause meanwhile: what was stopped is recorded as it ends.
     */
    static Next all(Room room) {
        List<Effect> stops =
                room.incident().running().stream()
                        .map(Attempt::run)
                        .map(it -> (Effect) new Effect.StopRun(it, room.incident().where(it)))
                        .toList();
        Room next = room.unasked().with(Retries.NONE).with(room.launches().stopped());
        return new Next(next.asking(new Question.Text(new Purpose.RootCause(), Line.EMPTY)), stops);
    }
}
