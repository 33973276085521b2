package dev.warroom.cli;

import dev.warroom.health.HistoryFolder;
import dev.warroom.health.LogCounts;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.keys.Bindings;
import dev.warroom.logs.CommandLogs;
import dev.warroom.logs.LineTally;
import dev.warroom.logs.LogFile;
import dev.warroom.logs.LogFiles;
import dev.warroom.logs.LogFollower;
import dev.warroom.logs.RemoteLogs;
import dev.warroom.logs.SourceMeter;
import dev.warroom.logs.Sources;
import dev.warroom.logs.StepLogs;
import dev.warroom.message.Clipboard;
import dev.warroom.policy.Policy;
import dev.warroom.policy.SharedRoom;
import dev.warroom.problem.Problem;
import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.process.TerminalChild;
import dev.warroom.room.LogTally;
import dev.warroom.room.Looking;
import dev.warroom.room.Mode;
import dev.warroom.room.Notice;
import dev.warroom.room.Room;
import dev.warroom.room.Signal;
import dev.warroom.runbook.Library;
import dev.warroom.terminal.NoTerminalException;
import dev.warroom.terminal.Tty;
import dev.warroom.view.Look;
import dev.warroom.view.RoomPainter;
import dev.warroom.workspace.Workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One sitting in the war room: everything is put together here, and taken apart again. */
final class Session {

    private static final int BACKLOG = 1_000;

    private final Path folder;
    private final Path state;
    private final Mode mode;
    private final Screen screen;
    private final InstantSource clock = Clock.systemUTC();
    private final SourceMeter meter = new SourceMeter();
    private final Inbox inbox = new Inbox(clock, meter::dropped);
    private final LogCounts counts = new LogCounts();
    private volatile Optional<Room> newest = Optional.empty();
    private volatile Optional<LogFollower> follower = Optional.empty();
    private volatile Optional<RemoteLogs> elsewhere = Optional.empty();

    Session(Path folder, Path state, Mode mode) {
        this(folder, state, mode, () -> Tty.open(System.getenv(), LineSettings.before()::restore));
    }

    /**
     * @param mode what may be done
     */
    Session(Path folder, Path state, Mode mode, Screen screen) {
        this.folder = folder;
        this.state = state;
        this.mode = mode;
        this.screen = screen;
    }

    /** Where the terminal comes from. */
    @FunctionalInterface
    interface Screen {
        Tty open() throws NoTerminalException;
    }

    /** Fails where no screen could be shown, before anything is started for it. */
    static void requireTerminal() throws NoTerminalException {
        Tty.require(System.getenv());
    }

    /** Runs the room until the person leaves; answers the incident as it was then. */
    Incident run(Beginning beginning) throws NoTerminalException {
        FirstFiles files = FirstFiles.read(folder, state, mode, clock, beginning);
        Map<String, String> environment = System.getenv();
        try (Tty tty = screen.open();
                FirstFiles.Opened opened = files.opened();
                Recorder recorder =
                        new Recorder(
                                opened.opening(),
                                Self.in(opened.workspace().policy().shared(), folder),
                                inbox::put,
                                opened.workspace().policy().shared().map(this::sharer));
                LogFiles logFiles = new LogFiles(this::file, inbox::put);
                LineTally tally = LineTally.start(this::files, this::counted, clock);
                KeptLogView view = keptView();
                StepLogs steps = new StepLogs(arriving(tally).opened(), clock);
                TargetRuns runs =
                        new TargetRuns(
                                state, folder, new RunsToInbox(inbox, steps), terminal(tty))) {
            Workspace workspace = opened.workspace();
            Policy policy = workspace.policy().knowing(System.getenv());
            Room room =
                    Room.empty(
                            Self.in(policy.shared(), folder),
                            folder.toString(),
                            policy,
                            clock.instant(),
                            tty.columns(),
                            tty.rows());
            room = room.update(clock.instant(), new Signal.LayoutsRead(opened.layouts())).room();
            room = room.update(clock.instant(), new Signal.ModeGiven(mode)).room();
            room = room.update(clock.instant(), new Signal.LogViewRead(view.read())).room();
            RoomPainter painter =
                    new RoomPainter(
                            Bindings.usual(),
                            new Look(ZoneId.systemDefault(), Tty.unicode(environment)));
            LoopEnd end = new LoopEnd();
            // Whichever thread fails, the person gets the terminal back and is told once.
            Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> end.failed(failure));
            Painting painting = new Painting(tty, painter, end::now);
            Outside outside =
                    new Outside(
                            state,
                            policy,
                            clock,
                            recorder,
                            runs,
                            inbox,
                            Suggesting.in(folder),
                            Messages.of(
                                    workspace.policy().rules().hooks(),
                                    folder,
                                    state,
                                    Optional.of(tty::send),
                                    inbox::put),
                            new LogQuestions(
                                    logFiles,
                                    tally,
                                    steps,
                                    view,
                                    new Clipboard(
                                            environment,
                                            state.resolve("messages"),
                                            Optional.of(tty::send))),
                            end::now);
            EventLoop loop =
                    new EventLoop(clock, inbox, outside::carryOut, seen -> show(seen, painting));
            end.of(loop);
            tty.onResize((columns, rows) -> inbox.put(new Signal.Resized(columns, rows)));
            tty.onSignals(Session::exit, Session::stopThisProcess);
            Keyboard.listen(tty.keys(), Bindings.usual(), inbox, painting::hurry, end::now);
            opened.journal().ifPresent(recorder::adopt);
            KeptHealth kept =
                    new KeptHealth(state, folder, workspace.policy(), clock, inbox, !mode.writes());
            Background background =
                    new Background(
                            folder,
                            workspace.policy(),
                            clock,
                            inbox,
                            counts,
                            kept,
                            new Today(state, folder),
                            () -> begin(beginning, workspace, files, recorder));
            Thread reading = Thread.ofVirtual().name("background").unstarted(background);
            Sources sources = Sources.of(workspace.policy().logs());
            LogsToInbox arriving = arriving(tally);
            try (LogFollower logs = LogFollower.start(folder, sources.globs(), BACKLOG, arriving);
                    CommandLogs commands =
                            CommandLogs.start(
                                    sources.commands(), new LogCommands(folder), arriving, clock);
                    RemoteLogs remote =
                            RemoteLogs.start(
                                    sources.remote(),
                                    new LogHosts(workspace.policy().targets(), runs::shell),
                                    BACKLOG,
                                    () -> arriving(tally),
                                    clock)) {
                follower = Optional.of(logs);
                elsewhere = Optional.of(remote);
                reading.start();
                Room last = loop.run(room);
                painting.end();
                end.rethrow();
                return last.incident();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return room.incident();
            } finally {
                Thread.setDefaultUncaughtExceptionHandler(null);
                reading.interrupt();
                kept.close();
            }
        }
    }

    /** In tmux a split of the window, elsewhere the room's own terminal until it ends. */
    private StepTerminal terminal(Tty tty) {
        return StepTerminal.splitOr(
                folder,
                (command, begun) ->
                        tty.handOver(() -> TerminalChild.run(command, Path.of("/"), begun)));
    }

    private Map<String, LogFile> files() {
        Map<String, LogFile> files = new HashMap<>();
        follower.ifPresent(it -> files.putAll(it.files()));
        elsewhere.ifPresent(it -> files.putAll(it.files()));
        return files;
    }

    private void counted(LogTally tally) {
        inbox.put(new Signal.LogsCounted(tally));
        inbox.put(new Signal.LogsMeasured(meter.rates(clock.millis())));
    }

    private KeptLogView keptView() {
        return new KeptLogView(
                state.resolve("log-views").resolve(HistoryFolder.key(folder) + ".json"),
                mode.writes());
    }

    private LogsToInbox arriving(LineTally tally) {
        return new LogsToInbox(inbox, counts, tally, meter, clock);
    }

    private Optional<LogFile> file(String source) {
        return follower.flatMap(it -> it.file(source))
                .or(() -> elsewhere.flatMap(it -> it.file(source)));
    }

    /** Not on the thread that a signal came in on: ending waits for it. */
    private static void exit(int code) {
        Thread.ofPlatform().start(() -> System.exit(code));
    }

    private static void stopThisProcess() {
        String self = Long.toString(ProcessHandle.current().pid());
        try {
            Child.run(ChildCommand.of(Path.of("/"), Duration.ofDays(365), "kill", "-STOP", self));
        } catch (IOException e) {
            // It cannot be stopped; it goes on when it is told to.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(Room room, Painting painting) {
        newest = Optional.of(room);
        painting.show(room);
    }

    /** What others are told that the person looks at. */
    private String looking() {
        return newest.map(Looking::words).orElse("");
    }

    private Recorder.Sharer sharer(SharedRoom shared) {
        return (journal, answers, look) ->
                new Meeting(
                        shared,
                        folder,
                        journal,
                        clock,
                        answers,
                        look,
                        Self.in(Optional.of(shared), folder),
                        this::looking,
                        !mode.writes());
    }

    /** Brings the runbooks into the room, and what the sitting begins with. */
    private void begin(
            Beginning beginning, Workspace workspace, FirstFiles files, Recorder recorder) {
        Library library = files.library();
        inbox.put(Signal.LibraryRead.of(library));
        if (!library.problems().isEmpty()) {
            Problem first =
                    Collections.min(library.problems(), Comparator.comparing(Problem::level));
            // Of runbooks that nobody has opened only the outlines are read.
            String more = " (what else looks wrong is told when a runbook is opened)";
            inbox.put(
                    new Signal.Said(
                            Notice.plain(first.location() + ": " + first.message() + more)));
        }
        switch (beginning) {
            case Beginning.Declared declared -> declare(declared, workspace, library, recorder);
            case Beginning.Existing existing -> {}
            case Beginning.Usual() -> inbox.put(new Signal.IncidentsListed(files.incidents()));
        }
    }

    private void declare(
            Beginning.Declared declared, Workspace workspace, Library library, Recorder recorder) {
        recorder.record(
                new IncidentEvent.Declared(
                        declared.severity(),
                        declared.title(),
                        workspace.policy().service(),
                        folder.toString()));
        library.named(declared.runbook()).stream()
                .findFirst()
                .map(it -> new IncidentEvent.RunbookOpened(it.id(), it.title(), it.file()))
                .ifPresent(recorder::record);
    }
}
