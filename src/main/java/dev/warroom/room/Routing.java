package dev.warroom.room;

import dev.warroom.incident.CommandEvent.HookAnswered;
import dev.warroom.incident.CommandEvent.MessageSent;
import dev.warroom.incident.Incident;
import dev.warroom.layout.Layout;
import dev.warroom.runbook.Library;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which part of the room answers to which signal. */
final class Routing {

    /** In which time what was said is read. */
    private static final Duration READ = Duration.ofSeconds(8);

    private Routing() {}

    /**
     * @param before the room that the signal found
     * @param room the same, with the signal's time
     */
    static Next of(Room before, Room room, Signal signal) {
        Next routed = Ways.left(routed(before, room, signal));
        Next next = LogViews.kept(before, LayoutChoice.suit(routed));
        return next.room().secrecy().masked(Claiming.asked(Claiming.reachable(next)));
    }

    private static Next routed(Room before, Room room, Signal signal) {
        return switch (signal) {
            case Signal.Asked(Action action) -> Acting.on(turned(room, action), action);
            case Signal.Typed(Key key) -> Answering.typed(room, key);
            case Signal.Pasted(String text) -> Answering.pasted(room, text);
            case Signal.Resized(int columns, int rows) ->
                    Next.of(room.with(room.screen().resized(columns, rows)));
            case Signal.Ticked() ->
                    Borrowing.due(
                            Driving.due(Retries.due(Aftermath.told(before, ticked(before, room)))));
            case Signal.LibraryRead(Library read, Catalog.Index index) ->
                    Rereading.of(room.with(room.catalog().of(index)), read);
            case Signal.LayoutsRead(Map<String, Layout> read) ->
                    Next.of(room.with(room.screen().withLayouts(read)));
            case Signal.IncidentsListed(List<KnownIncident> known) ->
                    Next.of(room.with(room.catalog().listed(known)));
            case Signal.JournalOpened(Incident opened) -> Recording.opened(room, opened);
            case Signal.OpenFailed(String why) ->
                    Next.of(room.opening(false).with(Notice.bad(why)));
            case Signal.Recorded recorded -> Recording.recorded(room, recorded.fact());
            case Signal.RecordFailed failed -> Recording.failed(room, failed);
            case Signal.Learned(var fact) -> Recording.learned(room, fact);
            case Signal.Refused refused -> Recording.refused(room, refused);
            case Signal.Rearranged(Incident now, var added) ->
                    Claiming.rearranged(room, now, added);
            case Signal.Confirmed(var start) -> Recording.start(room, start);
            case Signal.ClaimUnconfirmed(var start, String why) ->
                    Claiming.unconfirmed(room, new Together.Unclaimed(start, why));
            case Signal.SharedAs(Together together) -> Next.of(room.with(together));
            case Signal.SharingStands(int waiting, var since, String trouble) ->
                    CutOff.stands(room, waiting, since, trouble);
            case Signal.PresenceSeen(List<String> seen) -> Next.of(room.present(seen));
            case Signal.ElsewhereSeen(var others) ->
                    CatchingUp.seen(room.with(room.together().with(others)));
            case Signal.CaughtUp() -> CatchingUp.reached(room);
            case Signal.ModeGiven(Mode given) -> Next.of(room.in(given));
            case Signal.LogArrived(List<LogLine> lines, long dropped) ->
                    Watching.logs(room, lines, dropped);
            case Signal.LogsCounted(LogTally tally) -> Novelty.counted(room, tally);
            case Signal.LogsMeasured(var rates) ->
                    Next.of(room.with(room.logs().with(room.logs().sources().measured(rates))));
            case Signal.LogRead read -> LookingBack.read(room, read);
            case Signal.LogSearchWent went -> LookingBack.went(room, went);
            case Signal.LogSearchEnded ended -> LookingBack.ended(room, ended);
            case Signal.LogSourceChanged(LogSource source) ->
                    LogViews.place(room.with(room.logs().source(source)), source);
            case Signal.LogViewRead(LogView view) -> LogViews.restored(room, view);
            case Signal.ProbeAnswered(Reading reading) ->
                    Watching.probe(room, room.secrecy().masked(reading));
            case Signal.CalendarTurned turned -> Next.of(Agenda.turned(room, turned));
            case Signal.PastRead(Past past) -> Next.of(room.with(room.health().with(past)));
            case Signal.OutputArrived(String run, List<String> lines, long dropped) ->
                    Lending.arrived(
                            room.with(
                                    room.outputs()
                                            .arrived(
                                                    run,
                                                    room.secrecy().maskedLines(lines),
                                                    dropped,
                                                    room.screen().output())),
                            run);
            case Signal.OutputTold told -> Borrowing.told(room, told);
            case Signal.OutputWanted(Wanted wanted) -> Lending.wanted(room, wanted);
            case Signal.RunAnswered(String run) ->
                    Next.of(room.with(room.launches().answered(run)));
            case Signal.RunLost(String run, String why) ->
                    Next.of(room.with(room.lost().plus(run, room.now(), why)));
            case Signal.Reached(var where, String trouble) ->
                    Next.of(
                            room.with(
                                    room.launches()
                                            .with(
                                                    room.launches()
                                                            .ways()
                                                            .answered(where, trouble))));
            case Signal.SecretsTold(var values) ->
                    Next.of(room.with(room.secrecy().knowing(values)));
            case Signal.RunFound(String run) -> Next.of(room.with(room.lost().minus(run)));
            case Signal.RunEscaped(String run, String process) ->
                    Stopping.escaped(room, run, room.secrecy().masked(process));
            case Signal.RunEnded ended ->
                    Recording.ended(
                            room.with(room.lost().minus(ended.run()))
                                    .with(
                                            room.outputs()
                                                    .ended(
                                                            ended.run(),
                                                            FanOut.batchOf(room, ended.run())
                                                                    .isPresent())),
                            ended);
            case Signal.Suggested suggested ->
                    Next.of(room.with(room.suggestions().answered(suggested)));
            case Signal.LeftRead left -> Next.of(Variables.shown(room, left));
            case Signal.PostMortemReady(String file) -> Recording.postMortem(room, file);
            case Signal.Copied(Outgoing message, String way) ->
                    Next.of(
                            room,
                            new Effect.Record(
                                    new MessageSent(message.name(), message.text(), way)));
            case Signal.HookDone it ->
                    Next.of(
                            room,
                            new Effect.Record(
                                    new HookAnswered(
                                            it.hook(), it.what(), it.accepted(), it.answer())));
            case Signal.Said(Notice said) -> Next.of(room.with(said));
        };
    }

    /** Whoever turns to something else is not shown the preview they were waiting for. */
    private static Room turned(Room room, Action action) {
        Room next = room.with(Notice.NONE);
        return action == Action.RUN ? next : next.preparing(Optional.empty());
    }

    /**
     * What was said last makes room for what is proposed: where a clock has just run out at once,
     * else when there was time to read it.
     */
    private static Room ticked(Room before, Room room) {
        boolean read = !room.now().isBefore(room.saidAt().plus(READ));
        boolean news =
                room.notice().tone() != Notice.Tone.BAD
                        && !room.notice().text().isEmpty()
                        && Proposal.of(room).isPresent()
                        && (read || Proposal.of(before).isEmpty());
        return news ? room.with(Notice.NONE) : room;
    }
}
