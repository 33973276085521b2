package dev.warroom.room;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.CommandEvent;
import dev.warroom.incident.Fact;
import dev.warroom.incident.FactWords;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.Acknowledged;
import dev.warroom.incident.IncidentEvent.ChecklistClosed;
import dev.warroom.incident.IncidentEvent.ChecklistStarted;
import dev.warroom.incident.IncidentEvent.ClockChanged;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.ExpectationChecked;
import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.OptionChosen;
import dev.warroom.incident.IncidentEvent.PatternSeen;
import dev.warroom.incident.IncidentEvent.PostMortemWritten;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.IncidentEvent.RunbookChanged;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.incident.IncidentEvent.StatusUpdated;
import dev.warroom.incident.IncidentEvent.StepDone;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepMoved;
import dev.warroom.incident.IncidentEvent.StepNoted;
import dev.warroom.incident.IncidentEvent.StepPrepared;
import dev.warroom.incident.IncidentEvent.StepSkipped;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.IncidentEvent.ValueKept;
import dev.warroom.incident.IncidentEvent.ValueSet;
import dev.warroom.incident.Outcome;
import dev.warroom.policy.Template;
import dev.warroom.runbook.Runbook;

import java.util.List;
import java.util.Optional;

/** What the journal answers, and what goes into it when a run ends. */
final class Recording {

    private Recording() {}

    /**
     * An incident is there: its runbook is opened at the first open step, and its runs are looked
     * for. One that another room has just recorded it may be about to start.
     */
    static Next opened(Room room, Incident incident) {
        Checklist checklist =
                incident.runbook()
                        .flatMap(room.library()::byId)
                        .map(it -> Checklist.of(it, room.library(), incident))
                        .orElse(Checklist.EMPTY);
        List<Attempt> running = incident.running();
        Optional<String> newest =
                running.isEmpty() ? Optional.empty() : Optional.of(FanOut.shown(running.getLast()));
        // Who follows a run gets all its output.
        Outputs outputs = room.outputs();
        for (Attempt each : running) {
            outputs = outputs.added(each.run());
        }
        Room opened =
                room.opening(false)
                        .with(outputs)
                        .with(incident)
                        .with(checklist)
                        .with(room.screen().choosing(false).showing(newest));
        Room next =
                opened.with(
                        Rereading.missing(opened)
                                .orElse(
                                        Notice.plain(
                                                incident.id() + " is open. ? shows the keys.")));
        List<Effect> look =
                running.stream()
                        .map(
                                it ->
                                        room.others().isEmpty()
                                                ? (Effect)
                                                        new Effect.FollowRun(it.run(), it.where())
                                                : new Effect.JoinRun(it.run(), it.where()))
                        .toList();
        if (!incident.open()) {
            return new Next(next, look);
        }
        Next told = Watching.unrecorded(next);
        return new Next(told.room(), look).and(told.effects()).and(Novelty.count(incident));
    }

    /** A fact is on disk, so now it counts, and what it stands for is done. */
    static Next recorded(Room room, Fact fact) {
        Room next = room.with(room.incident().apply(fact));
        return switch (fact.event()) {
            case StepStarted started -> start(next, started);
            case StepFinished finished -> finished(next, finished);
            case StepDone done -> Next.of(advanced(next));
            case StepSkipped skipped -> Next.of(advanced(next));
            case RunbookOpened opened -> Next.of(warned(open(next, opened.runbook())));
            case Resolved resolved -> Next.of(next, new Effect.WritePostMortem(next.incident()));
            case ChecklistClosed() ->
                    Next.of(next.with(Notice.good("The checklist is closed. q leaves.")));
            case Acknowledged() -> Next.of(next.with(Notice.good("Acknowledged.")));
            case StatusUpdated updated ->
                    Next.of(next.with(Notice.good("Status update noted; the clock starts again.")));
            case NoteAdded note -> Next.of(next.with(Notice.good("Noted.")));
            case StepMoved moved -> Next.of(next);
            // What a bad notice says is more than that.
            case StepNoted note ->
                    Next.of(
                            next.notice().tone() == Notice.Tone.BAD
                                    ? next
                                    : next.with(Notice.good("Noted.")));
            case OptionChosen chosen -> Running.goOn(next);
            case Declared declared -> Watching.unrecorded(next).and(Novelty.count(next.incident()));
            case ChecklistStarted started -> Next.of(next).and(Novelty.count(next.incident()));
            case ValueSet set -> Running.goOn(next);
            case ValueKept kept -> Running.goOn(next);
            case IncidentEvent.ApprovalAsked asked -> Next.of(next);
            case IncidentEvent.Approved approved -> Next.of(next.with(Notice.good("Approved.")));
            case IncidentEvent.VariableSet set -> Next.of(next.with(Notice.good("Set.")));
            case IncidentEvent.VariablesReset reset ->
                    Next.of(
                            next.with(
                                    Notice.good("The next step begins with nothing carried on.")));
            case StepPrepared prepared ->
                    Next.of(
                            advanced(next)
                                    .with(
                                            Notice.good(
                                                    prepared.title()
                                                            + " is ready. Enter on it runs it when"
                                                            + " it is needed.")));
            case ExpectationChecked checked -> Next.of(checked(advanced(next), checked));
            case RunbookChanged changed -> Next.of(next);
            case HealthChanged changed -> Next.of(next);
            case PatternSeen seen -> Next.of(next);
            case ClockChanged changed -> Next.of(clockSet(room, next, fact));
            case PostMortemWritten written -> Next.of(next);
            case CommandEvent.CriterionAnswered answered -> Escalating.criteria(next);
            case CommandEvent.Escalated called -> Drafting.escalated(next, called);
            case CommandEvent command -> Next.of(next.with(CommandNotice.of(next, command)));
        };
    }

    /**
     * A fact from another room: it counts as any, but what it asks for is done there. A run that is
     * started there is followed here too, so that somebody sees its end.
     */
    static Next learned(Room room, Fact fact) {
        Room next = room.with(room.incident().apply(fact));
        Room told =
                untold(fact.event()) || next.notice().tone() == Notice.Tone.BAD
                        ? next
                        : next.with(Notice.plain(told(next, fact)));
        if (fact.event() instanceof StepStarted started) {
            return Claiming.joins(room, started)
                    ? Next.of(
                            told.with(told.outputs().added(started.run())),
                            new Effect.JoinRun(started.run(), started.where()))
                    : Next.of(told);
        }
        if (fact.event() instanceof ClockChanged) {
            return Next.of(clockSet(room, told, fact));
        }
        boolean first =
                fact.event() instanceof RunbookOpened && room.checklist().runbook().isEmpty();
        return Next.of(first ? open(told, ((RunbookOpened) fact.event()).runbook()) : told);
    }

    /** What this room is to do at some time, it does after the time that it had to wait. */
    private static Room clockSet(Room before, Room room, Fact fact) {
        ClockChanged change = (ClockChanged) fact.event();
        boolean here = change.host().equals(room.person().host());
        boolean news = !room.incident().clocks().equals(before.incident().clocks());
        Room next = here && news ? room.with(room.retries().later(change.by())) : room;
        return next.with(
                Notice.plain(
                        "The "
                                + FactWords.words(fact, room.incident().facts())
                                + ": deadlines move with it, and nothing is later than it was."));
    }

    static Next refused(Room room, Signal.Refused refused) {
        if (refused.event() instanceof StepFinished finished
                && room.launches().begun().containsKey(finished.run())) {
            // Another room that follows it was first to write it down; what comes next is done
            // here all the same, where it was begun.
            return finished(room, finished);
        }
        Room next =
                refused.event() instanceof StepStarted started ? notStarted(room, started) : room;
        return Next.of(refused.why().isEmpty() ? next : next.with(Notice.plain(refused.why())));
    }

    private static String told(Room room, Fact fact) {
        boolean mine = room.incident().command().seat().driver().equals(room.person().name());
        return fact.event() instanceof CommandEvent.DriverAsked asked && mine
                ? asked.person()
                        + " asks for your seat: :drive give, or :drive keep; without an answer it"
                        + " is theirs."
                : fact.who() + ": " + FactWords.words(fact, room.incident().facts());
    }

    /** What nobody did, the timeline alone tells. */
    private static boolean untold(IncidentEvent event) {
        return event instanceof HealthChanged || event instanceof PatternSeen;
    }

    static Next failed(Room room, Signal.RecordFailed failed) {
        Room next =
                failed.event() instanceof StepStarted started
                        ? notStarted(room, started)
                        : failed.event() instanceof HealthChanged changed
                                ? Watching.notRecorded(room, changed)
                                : room.preparing(Optional.empty());
        String words =
                failed.event() instanceof StepFinished end
                        ? RunTitle.of(room, end.run())
                                + " has ended, which is NOT RECORDED yet and is tried again: "
                        : "NOT RECORDED, so it does not count: ";
        return Next.of(next.with(Notice.bad(words + failed.why())));
    }

    static Room notStarted(Room room, StepStarted started) {
        return FanOut.notStarted(room.with(room.launches().minus(started.run())), started);
    }

    static Next ended(Room room, Signal.RunEnded ended) {
        return Next.of(
                room,
                new Effect.Record(
                        new StepFinished(
                                ended.run(),
                                ended.outcome(),
                                ended.exit(),
                                ended.line(),
                                ended.took(),
                                ended.bytes(),
                                ended.detail())));
    }

    static Next postMortem(Room room, String file) {
        return Next.of(
                room.with(
                        Notice.good(
                                "Resolved. :message "
                                        + Template.RESOLUTION
                                        + " tells everybody. The post-mortem is in "
                                        + file)),
                new Effect.Record(new PostMortemWritten(file)));
    }

    /** What stands in the outputs of several hosts is for a person to read. */
    private static Next finished(Room before, StepFinished finished) {
        Room room = before.with(before.launches().ended(finished.run()));
        Optional<String> batch = FanOut.batchOf(room, finished.run());
        if (batch.isEmpty()) {
            Room after = Interactive.afterRun(afterRun(room, finished), finished);
            return Next.of(Retries.afterRun(after, finished))
                    .and(Expecting.afterRun(room, finished));
        }
        Next next = FanOut.finished(room, finished);
        return next.room().launches().waves().containsKey(batch.get())
                ? next
                : new Next(advanced(afterBatch(next.room(), batch.get())), next.effects());
    }

    private static Room afterBatch(Room room, String id) {
        return FanOut.batch(room, id)
                .filter(it -> it.running() == 0)
                .map(
                        it -> {
                            String words = RunTitle.of(room, id) + ": " + it.words();
                            boolean well = it.hosts(Outcome.PASSED).size() == it.hosts();
                            return room.with(well ? Notice.good(words) : Notice.bad(words));
                        })
                .orElse(room);
    }

    /** What was recorded as started begins. */
    static Next start(Room room, StepStarted started) {
        Launch launch = room.launches().starting().get(started.run());
        Launches launches =
                launch == null
                        ? room.launches().minus(started.run())
                        : room.launches()
                                .begins(
                                        started.run(),
                                        !started.where().local(),
                                        launch.interactive());
        Room next =
                room.with(launches)
                        .with(
                                started.batch().isEmpty()
                                        ? room.outputs().begun(started.run())
                                        : room.outputs().added(started.run()))
                        .with(
                                started.batch().isEmpty()
                                        ? room.screen().showing(Optional.of(started.run()))
                                        : room.screen());
        return launch == null
                ? Next.of(next)
                : Next.of(
                        next,
                        new Effect.StartRun(started.run(), launch, room.secrecy().within(launch)));
    }

    private static Room afterRun(Room room, StepFinished finished) {
        String title = RunTitle.of(room, finished.run());
        Notice notice =
                switch (finished.outcome()) {
                    case PASSED -> Notice.good(title + ": passed");
                    case FAILED ->
                            Notice.bad(
                                    title
                                            + (finished.exit().isPresent()
                                                    ? ": failed, exit "
                                                            + finished.exit().getAsInt()
                                                            + inLine(finished)
                                                    : ": could not run")
                                            + (finished.detail().isEmpty()
                                                    ? ""
                                                    : ": " + finished.detail()));
                    case STOPPED -> Notice.plain(title + ": stopped");
                    case UNKNOWN ->
                            Notice.bad(
                                    title
                                            + ": outcome unknown. Look before you run it again. "
                                            + finished.detail());
                };
        return advanced(room).with(notice);
    }

    private static String inLine(StepFinished finished) {
        return finished.line().isPresent()
                ? " in line " + finished.line().getAsInt() + "; Enter goes on from there"
                : "";
    }

    private static Room checked(Room room, ExpectationChecked checked) {
        if (!checked.holds() && !room.retries().waiting().isEmpty()) {
            // It is tried again, and when is what people want to know.
            return room;
        }
        String evidence = checked.evidence().isEmpty() ? "" : " (" + checked.evidence() + ")";
        return room.with(
                checked.holds()
                        ? Notice.good("Holds: " + checked.words() + evidence)
                        : Notice.bad("Does not hold: " + checked.words() + evidence));
    }

    private static Room advanced(Room room) {
        return room.with(room.checklist().advanced(room.incident()));
    }

    /** Says what looks wrong in the file of the runbook that was opened: it was read for that. */
    private static Room warned(Room room) {
        String file = room.checklist().runbook().map(Runbook::file).orElse("");
        int wrong = room.library().problemsOf(file).size();
        return wrong == 0
                ? room
                : room.with(
                        Notice.plain(
                                file
                                        + ": "
                                        + wrong
                                        + (wrong == 1 ? " thing looks wrong" : " things look wrong")
                                        + "; warroom check says what."));
    }

    private static Room open(Room room, String runbook) {
        Optional<Runbook> found = room.library().byId(runbook);
        return found.map(
                        it ->
                                room.with(
                                                room.checklist()
                                                        .goneTo(
                                                                Checklist.of(
                                                                        it,
                                                                        room.library(),
                                                                        room.incident())))
                                        .with(room.screen().choosing(false)))
                .orElse(room);
    }
}
