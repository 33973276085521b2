package dev.warroom.room;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepNoted;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Outcome;
import dev.warroom.text.Counted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What the room does with rooms on other machines: claims that fail, runs that are elsewhere. */
final class Claiming {

    private Claiming() {}

    /** Asks whether to start all the same, as soon as nothing else is being asked. */
    static Next asked(Next next) {
        Room room = next.room();
        if (room.question().isPresent() || room.together().unclaimed().isEmpty()) {
            return next;
        }
        Question question = new Question.Unclaimed(room.together().unclaimed().getFirst());
        return new Next(room.asking(question), next.effects());
    }

    static Next unconfirmed(Room room, Together.Unclaimed start) {
        return Next.of(room.with(room.together().plus(start)));
    }

    /** It starts, and the record says that nobody could be asked. */
    static Next start(Room room, Together.Unclaimed unclaimed) {
        StepStarted start = unclaimed.start();
        return Next.of(
                room.unasked().with(room.together().minus(start.run())),
                new Effect.StartUnclaimed(start),
                new Effect.Record(
                        new StepNoted(
                                start.step(),
                                start.title(),
                                "Started without the room's confirmation: " + unclaimed.why())));
    }

    /** It does not start. Should its claim have come through meanwhile, it is taken back. */
    static Next giveUp(Room room, Together.Unclaimed unclaimed) {
        StepStarted start = unclaimed.start();
        Room next =
                Recording.notStarted(room, start)
                        .unasked()
                        .with(room.together().minus(start.run()))
                        .with(Notice.plain(start.title() + " was not started."));
        boolean claimed = room.incident().runs().containsKey(start.run());
        return claimed ? Next.of(next, new Effect.Record(neverBegun(start))) : Next.of(next);
    }

    private static StepFinished neverBegun(StepStarted start) {
        return new StepFinished(
                start.run(),
                Outcome.STOPPED,
                OptionalInt.empty(),
                Duration.ZERO,
                0,
                "it was never begun");
    }

    /** Others' facts have come to stand before some of this room's own. */
    static Next rearranged(Room room, Incident incident, List<Fact> added) {
        Next next =
                Next.of(
                        room.with(incident)
                                .with(room.checklist().advanced(incident))
                                .with(Notice.plain(words(added))));
        List<Effect> joins = new ArrayList<>();
        for (Fact fact : added) {
            if (fact.event() instanceof StepStarted started && joins(room, started)) {
                joins.add(new Effect.JoinRun(started.run(), started.where()));
            }
        }
        return next.and(joins);
    }

    private static String words(List<Fact> added) {
        List<String> who = added.stream().map(Fact::who).distinct().toList();
        return added.isEmpty()
                ? "What was recorded here is shared now."
                : Counted.of(added.size(), "fact")
                        + " of "
                        + String.join(", ", who)
                        + (added.size() == 1 ? " has" : " have")
                        + " come in between.";
    }

    /** A run that is about to start in this room is not one to wait for. */
    static boolean joins(Room room, StepStarted started) {
        return room.together().near(started.run())
                && !room.launches().starting().containsKey(started.run());
    }

    /** What asks for a run on another machine is not done; whoever asked is told. */
    static Next reachable(Next next) {
        Room room = next.room();
        List<Effect> effects = new ArrayList<>();
        for (Effect effect : next.effects()) {
            String run =
                    switch (effect) {
                        case Effect.FollowRun(String it, var where) -> it;
                        case Effect.JoinRun(String it, var where) -> it;
                        case Effect.ReadOutput(String it, var where) -> it;
                        case Effect.StopRun(String it, var where) -> it;
                        case Effect.ReadLeft(String it, var where) -> it;
                        default -> "";
                    };
            if (run.isEmpty() || room.together().near(run)) {
                effects.add(effect);
            } else if (effect instanceof Effect.ReadOutput) {
                Next asked = Borrowing.ask(room, run);
                room = asked.room();
                effects.addAll(asked.effects());
            } else if (!(effect instanceof Effect.FollowRun || effect instanceof Effect.JoinRun)) {
                room = room.with(Notice.plain(elsewhere(room, run)));
            }
        }
        return new Next(room, effects);
    }

    private static String elsewhere(Room room, String run) {
        String who = room.incident().attempt(run).map(Attempt::who).orElse("somebody else");
        return RunTitle.of(room, run)
                + " was started in the room of "
                + who
                + ", and only there can it be stopped.";
    }
}
