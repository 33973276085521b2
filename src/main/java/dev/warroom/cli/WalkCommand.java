package dev.warroom.cli;

import dev.warroom.health.LogCounts;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.ChecklistStarted;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.journal.JournalReader;
import dev.warroom.journal.Journals;
import dev.warroom.logs.LineTally;
import dev.warroom.logs.LogFiles;
import dev.warroom.logs.LogFollower;
import dev.warroom.logs.StepLogs;
import dev.warroom.message.Clipboard;
import dev.warroom.policy.Policy;
import dev.warroom.policy.SharedRoom;
import dev.warroom.process.TerminalChild;
import dev.warroom.room.KnownIncident;
import dev.warroom.room.Person;
import dev.warroom.room.Room;
import dev.warroom.room.Signal;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Runbook;
import dev.warroom.terminal.LineTerminal;
import dev.warroom.workspace.Workspace;
import dev.warroom.workspace.WorkspaceReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/** Walks a runbook line by line. */
@Command(
        name = "walk",
        description = {
            "Walk a runbook line by line, in any terminal.",
            "For terminals without a screen, screen readers and narrow connections. Goes on where"
                    + " it was left; help shows what can be typed."
        },
        mixinStandardHelpOptions = true)
final class WalkCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "RUNBOOK",
            description = "The runbook's title, a part of it, or its id.")
    private String name;

    @Option(
            names = "--title",
            paramLabel = "WORDS",
            description =
                    "What is wrong: begins an incident, for a runbook that has a severity in its"
                            + " title.")
    private Optional<String> title = Optional.empty();

    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;
    @Mixin private ModeOption modes = new ModeOption();

    private final InstantSource clock = Clock.systemUTC();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = workspace.folder();
        Workspace read = WorkspaceReader.read(folder);
        Policy policy = read.policy().knowing(System.getenv());
        Library library = Runbooks.ofWorkspace(folder);
        Runbook runbook = Runbooks.named(library, name);
        Journals.require(state.folder());
        Person person = Self.in(policy.shared(), folder);
        AtomicReference<LineSitting> seated = new AtomicReference<>();
        Inbox inbox = new Inbox(clock);
        try (LineTerminal terminal = LineTerminal.open(state.folder().resolve("walk-history"));
                Recorder recorder =
                        new Recorder(
                                new Opening(
                                        state.folder(), false, policy.shared().isPresent(), clock),
                                person,
                                inbox::put,
                                policy.shared().map(it -> sharer(it, person, seated)));
                StepLogs steps = new StepLogs(LogFollower.Listener.NONE, clock);
                TargetRuns runs =
                        new TargetRuns(
                                state.folder(),
                                folder,
                                new RunsToInbox(inbox, steps),
                                StepTerminal.splitOr(
                                        folder,
                                        (command, begun) ->
                                                terminal.handOver(
                                                        () ->
                                                                TerminalChild.run(
                                                                        command,
                                                                        Path.of("/"),
                                                                        begun))));
                LogFiles logs = new LogFiles(source -> Optional.empty(), inbox::put);
                LineTally tally = LineTally.start(Map::of, counted -> {}, clock)) {
            LineSitting[] sitting = new LineSitting[1];
            Outside outside =
                    new Outside(
                            state.folder(),
                            policy,
                            clock,
                            recorder,
                            runs,
                            inbox,
                            Suggesting.in(folder),
                            Messages.of(
                                    read.policy().rules().hooks(),
                                    folder,
                                    state.folder(),
                                    Optional.empty(),
                                    inbox::put),
                            new LogQuestions(
                                    logs,
                                    tally,
                                    steps,
                                    new KeptLogView(state.folder().resolve("log-view"), false),
                                    new Clipboard(
                                            System.getenv(),
                                            state.folder().resolve("messages"),
                                            Optional.empty())),
                            () -> sitting[0].end());
            Room room =
                    Room.empty(person, folder.toString(), policy, clock.instant(), 200, 50)
                            .update(clock.instant(), Signal.LibraryRead.of(library))
                            .room()
                            .update(clock.instant(), new Signal.ModeGiven(modes.mode()))
                            .room();
            sitting[0] =
                    new LineSitting(
                            clock,
                            inbox,
                            outside::carryOut,
                            terminal,
                            ZoneId.systemDefault(),
                            room);
            seated.set(sitting[0]);
            begin(runbook, read, terminal, recorder);
            KeptHealth kept =
                    new KeptHealth(state.folder(), folder, read.policy(), clock, inbox, false);
            Thread watching =
                    Thread.ofVirtual()
                            .name("background")
                            .start(
                                    new Background(
                                            folder,
                                            read.policy(),
                                            clock,
                                            inbox,
                                            new LogCounts(),
                                            kept,
                                            new Today(state.folder(), folder),
                                            () -> {}));
            try {
                sitting[0].run();
            } finally {
                watching.interrupt();
                kept.close();
            }
        }
        return 0;
    }

    private Recorder.Sharer sharer(
            SharedRoom shared, Person person, AtomicReference<LineSitting> seated) {
        return (journal, answers, look) ->
                new Meeting(
                        shared,
                        workspace.folder(),
                        journal,
                        clock,
                        answers,
                        look,
                        person,
                        () ->
                                Optional.ofNullable(seated.get())
                                        .map(LineSitting::looking)
                                        .orElse(""),
                        !modes.mode().writes());
    }

    private void begin(Runbook runbook, Workspace read, LineTerminal terminal, Recorder recorder) {
        Optional<String> open = walked(runbook);
        if (open.isPresent()) {
            recorder.open(open.get());
            return;
        }
        RunbookOpened opened = new RunbookOpened(runbook.id(), runbook.title(), runbook.file());
        recorder.create(List.of(beginning(runbook, read, terminal), opened));
    }

    /** A runbook for a severity begins an incident, unless nothing is wrong. */
    private IncidentEvent beginning(Runbook runbook, Workspace read, LineTerminal terminal) {
        String folder = workspace.folder().toString();
        String wrong = runbook.severity().isPresent() ? title.orElseGet(() -> ask(terminal)) : "";
        return wrong.isEmpty()
                ? new ChecklistStarted(runbook.title(), folder)
                : new Declared(
                        runbook.severity().orElseThrow(), wrong, read.policy().service(), folder);
    }

    private static String ask(LineTerminal terminal) {
        return terminal.read("What is wrong? (empty: only walk it) ", List.of(), false, false)
                        instanceof LineTerminal.Typed.Text(String text)
                ? text.strip()
                : "";
    }

    /** The newest open journal of this workspace in which {@code runbook} is the current one. */
    private Optional<String> walked(Runbook runbook) {
        return Outside.known(state.folder()).stream()
                .filter(KnownIncident::open)
                .filter(it -> it.workspace().equals(workspace.folder().toString()))
                .map(KnownIncident::id)
                .filter(it -> replayed(it).runbook().equals(Optional.of(runbook.id())))
                .reduce((older, newer) -> newer);
    }

    private Incident replayed(String id) {
        return JournalReader.replay(id, Journals.file(state.folder(), id)).incident();
    }
}
