package dev.warroom.cli;

import dev.warroom.incident.Incident;
import dev.warroom.incident.Where;
import dev.warroom.journal.JournalException;
import dev.warroom.journal.JournalSummary;
import dev.warroom.journal.Journals;
import dev.warroom.policy.Policy;
import dev.warroom.room.Effect;
import dev.warroom.room.KnownIncident;
import dev.warroom.room.LogView;
import dev.warroom.room.Notice;
import dev.warroom.room.Signal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** Carries out what the room asks for. None of it is done on the loop's own thread. */
final class Outside {

    private final Path state;
    private final Policy policy;
    private final InstantSource clock;
    private final Recorder recorder;
    private final TargetRuns runs;
    private final Inbox inbox;
    private final Suggesting suggesting;
    private final Messages messages;
    private final LogQuestions logs;
    private final Runnable quit;

    Outside(
            Path state,
            Policy policy,
            InstantSource clock,
            Recorder recorder,
            TargetRuns runs,
            Inbox inbox,
            Suggesting suggesting,
            Messages messages,
            LogQuestions logs,
            Runnable quit) {
        this.state = state;
        this.policy = policy;
        this.clock = clock;
        this.recorder = recorder;
        this.runs = runs;
        this.inbox = inbox;
        this.suggesting = suggesting;
        this.messages = messages;
        this.logs = logs;
        this.quit = quit;
    }

    void carryOut(Effect effect) {
        switch (effect) {
            case Effect.Record(var event) -> recorder.record(event);
            case Effect.StartUnclaimed(var start) -> recorder.startUnclaimed(start);
            case Effect.CreateJournal(var events) -> recorder.create(events);
            case Effect.OpenJournal(String incident) -> recorder.open(incident);
            case Effect.StartRun(String run, var launch, var secrets) ->
                    runs.start(run, launch, secrets);
            case Effect.Reach(var hosts, int atOnce) ->
                    runs.reach(
                            hosts,
                            atOnce,
                            (where, trouble) -> inbox.put(new Signal.Reached(where, trouble)));
            case Effect.FollowRun(String run, var where) -> runs.find(run, where);
            case Effect.JoinRun(String run, var where) -> runs.join(run, where);
            case Effect.ReadOutput(String run, var where) -> runs.readOutput(run, where);
            case Effect.AskOutput(String run) -> recorder.askOutput(run);
            case Effect.TellOutput told -> recorder.tellOutput(told);
            case Effect.StopRun(String run, var where) -> runs.stop(run, where);
            case Effect.ReadLeft(String run, var where) ->
                    Thread.ofVirtual().start(() -> left(run, where));
            case Effect.WritePostMortem(Incident incident) ->
                    Thread.ofVirtual().start(() -> postMortem(incident));
            case Effect.Suggest(String name, String command) ->
                    Thread.ofVirtual().start(() -> suggest(name, command));
            case Effect.Copy(var message) -> messages.copy(message);
            case Effect.Hand(var message) -> recorder.then(() -> messages.hand(message));
            case Effect.ReadLog asked -> logs.files().read(asked);
            case Effect.SearchLog asked -> logs.files().search(asked);
            case Effect.StopLogSearch() -> logs.files().stop();
            case Effect.CopyLines(String text, String what) ->
                    Thread.ofVirtual().start(() -> copy(text, what));
            case Effect.KeepLogView(LogView view) -> logs.view().keep(view);
            case Effect.ListenToRun asked -> listen(asked);
            case Effect.CountLogs(Instant since) -> logs.tally().countFrom(since);
            case Effect.ListIncidents() -> Thread.ofVirtual().start(this::list);
            case Effect.Quit() -> quit.run();
        }
    }

    private void copy(String text, String what) {
        try {
            String done = what + " " + logs.clipboard().copy("log-lines", text) + ".";
            inbox.put(new Signal.Said(Notice.good(done)));
        } catch (IOException e) {
            inbox.put(new Signal.Said(Notice.bad("Not copied: " + e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(Effect.ListenToRun asked) {
        if (asked.on()) {
            logs.steps().listen(asked.run(), asked.name(), asked.before());
        } else {
            logs.steps().leave(asked.run());
        }
    }

    private void suggest(String name, String command) {
        try {
            inbox.put(suggesting.ask(name, command));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void left(String run, Where where) {
        inbox.put(runs.left(run, where));
    }

    private void postMortem(Incident incident) {
        try {
            Path file =
                    PostMortemFile.write(
                            state, incident, policy, clock.instant(), ZoneId.systemDefault());
            inbox.put(new Signal.PostMortemReady(file.toString()));
        } catch (IOException e) {
            inbox.put(
                    new Signal.Said(
                            Notice.bad(
                                    "The post-mortem could not be written ("
                                            + e.getMessage()
                                            + "). The record is whole: "
                                            + Program.typed()
                                            + " postmortem "
                                            + incident.id())));
        }
    }

    private void list() {
        try {
            inbox.put(new Signal.IncidentsListed(known(state)));
        } catch (JournalException e) {
            inbox.put(new Signal.Said(Notice.bad(e.getMessage())));
        }
    }

    static List<KnownIncident> known(Path state) {
        return Journals.list(state).stream()
                .filter(it -> it.begun().isPresent())
                .map(Outside::known)
                .toList();
    }

    static KnownIncident known(JournalSummary summary) {
        return new KnownIncident(
                summary.id(),
                summary.severity(),
                summary.title(),
                summary.workspace(),
                summary.begun().orElseThrow(),
                summary.open());
    }
}
