package dev.warroom.cli;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.incident.Severity;
import dev.warroom.logs.LineTally;
import dev.warroom.logs.LogFiles;
import dev.warroom.logs.LogFollower;
import dev.warroom.logs.StepLogs;
import dev.warroom.message.Clipboard;
import dev.warroom.policy.Policy;
import dev.warroom.room.Action;
import dev.warroom.room.Effect;
import dev.warroom.room.Key;
import dev.warroom.room.Outputs;
import dev.warroom.room.Person;
import dev.warroom.room.Room;
import dev.warroom.room.Signal;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Runbook;
import dev.warroom.testing.Await;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A room without a screen: the real loop, journal and runs, and somebody who presses keys. */
final class HeadlessRoom implements AutoCloseable {

    private final Library library;
    private final Recorder recorder;
    private final TargetRuns runs;
    private final LogFiles logs;
    private final LineTally tally;
    private final StepLogs steps;
    private final Inbox inbox;
    private final EventLoop loop;
    private final Thread thread;
    private Room newest;
    private Optional<Runnable> held = Optional.empty();
    private boolean holding;

    HeadlessRoom(Path state, Path folder, Library library, SshPlaces hosts, InstantSource clock) {
        this(state, folder, library, hosts, clock, Policy.usual());
    }

    HeadlessRoom(
            Path state,
            Path folder,
            Library library,
            SshPlaces hosts,
            InstantSource clock,
            Policy policy) {
        this.library = library;
        Person person = new Person("ana", "desk");
        inbox = new Inbox(clock);
        recorder = new Recorder(state, person, clock, inbox::put);
        steps = new StepLogs(LogFollower.Listener.NONE, clock);
        runs = new TargetRuns(state, folder, new RunsToInbox(inbox, steps), hosts);
        logs = new LogFiles(source -> Optional.empty(), inbox::put);
        tally = LineTally.start(Map::of, counted -> {}, clock);
        Outside outside =
                new Outside(
                        state,
                        policy,
                        clock,
                        recorder,
                        runs,
                        inbox,
                        Suggesting.in(folder),
                        Messages.of(List.of(), folder, state, Optional.empty(), inbox::put),
                        new LogQuestions(
                                logs,
                                tally,
                                steps,
                                new KeptLogView(state.resolve("log-view"), false),
                                new Clipboard(
                                        Map.of(), state.resolve("messages"), Optional.empty())),
                        () -> {});
        loop = new EventLoop(clock, inbox, effect -> carryOut(outside, effect), this::shown);
        newest =
                Room.empty(person, folder.toString(), policy, clock.instant(), 120, 30)
                        .update(clock.instant(), Signal.LibraryRead.of(library))
                        .room();
        Room first = newest;
        thread = Thread.ofVirtual().name("room").start(() -> loop(first));
    }

    private void loop(Room first) {
        try {
            loop.run(first);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void carryOut(Outside outside, Effect effect) {
        if (holding && effect instanceof Effect.StartRun) {
            held = Optional.of(() -> outside.carryOut(effect));
            notifyAll();
        } else {
            outside.carryOut(effect);
        }
    }

    private synchronized void shown(Room room) {
        newest = room;
        notifyAll();
    }

    /** An incident with the library's runbook. */
    void declare() throws InterruptedException {
        Runbook runbook = library.runbooks().getFirst();
        recorder.create(
                List.of(
                        new Declared(Severity.P1, "it is down", "shop", "/"),
                        new RunbookOpened(runbook.id(), runbook.title(), runbook.file())));
        await("the runbook", it -> it.checklist().selected().isPresent());
    }

    void open(String incident) throws InterruptedException {
        recorder.open(incident);
        await("the incident", it -> it.checklist().runbook().isPresent());
    }

    /** Runs the step that the cursor is on. */
    void run() throws InterruptedException {
        inbox.put(new Signal.Asked(Action.RUN));
        await("the preview", it -> it.question().isPresent());
        inbox.put(new Signal.Typed(Key.of(Key.Kind.ENTER)));
    }

    /** Has the output of the step that the cursor is on read again, where it is not there. */
    void readOutput() {
        if (output(room()).isEmpty()) {
            inbox.put(new Signal.Asked(Action.OUTPUT));
        }
    }

    /** A disk is full when the last piece of what the journal has of it is. */
    void writeUntilItFails() throws InterruptedException {
        boolean fails = false;
        while (!fails) {
            int facts = room().incident().facts().size();
            recorder.record(new NoteAdded("x"));
            fails =
                    fails(
                            await(
                                    "a note or its failure",
                                    it -> it.incident().facts().size() > facts || fails(it)));
        }
    }

    private static boolean fails(Room room) {
        return room.notice().text().startsWith("NOT RECORDED");
    }

    void holdStarts() {
        holding = true;
    }

    /** Waits for the start that is recorded and not carried out. */
    synchronized void awaitHeld() throws InterruptedException {
        long until = System.nanoTime() + Await.LIMIT.toNanos();
        while (held.isEmpty()) {
            waitUntil(until, "a start");
        }
    }

    /** Carries it out. */
    synchronized void startHeld() {
        holding = false;
        held.ifPresent(Runnable::run);
        held = Optional.empty();
    }

    synchronized Room room() {
        return newest;
    }

    Optional<Attempt> attempt() {
        return attempt(room());
    }

    static Optional<Attempt> attempt(Room room) {
        return room.incident().newest();
    }

    /** The lines of the newest run's output. */
    static List<String> output(Room room) {
        return attempt(room)
                .flatMap(it -> room.outputs().of(it.run()))
                .map(it -> it.lines().window(0, Outputs.LIMIT))
                .orElse(List.of());
    }

    Room awaitEnd() throws InterruptedException {
        return await("the step's end", it -> attempt(it).filter(one -> !one.running()).isPresent());
    }

    synchronized Room await(String what, Predicate<Room> wanted) throws InterruptedException {
        long until = System.nanoTime() + Await.LIMIT.toNanos();
        while (!wanted.test(newest)) {
            waitUntil(until, what);
        }
        return newest;
    }

    private void waitUntil(long until, String what) throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left <= 0) {
            throw new AssertionError(
                    "waited for "
                            + what
                            + "; the room says: "
                            + newest.notice().text()
                            + "; its run: "
                            + attempt(newest)
                            + "; lost: "
                            + newest.lost()
                            + "; lines: "
                            + output(newest).size());
        }
        wait(left);
    }

    @Override
    public void close() {
        thread.interrupt();
        runs.close();
        tally.close();
        logs.close();
        steps.close();
        recorder.close();
    }
}
