package dev.warroom.execution;

import dev.warroom.incident.Outcome;
import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.process.Detached;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Runs of steps on this machine. Each runs under a small supervisor in a session of its own, its
 * output and its exit code in files, so that nothing that happens to this program touches it, and
 * any later one finds it again.
 */
public final class LocalRuns {

    /** How long a run may take to end after SIGTERM before it is killed. */
    public static final Duration GRACE = Duration.ofSeconds(5);

    private static final long POLL_MILLIS = 40;

    /** How long a supervisor may take to write who it is. */
    private static final Duration FIRST_WORD = Duration.ofSeconds(5);

    private static final String SUPERVISE = resource("supervise.sh");

    private final Path runs;
    private final Path workspace;
    private final InstantSource clock;
    private final RunListener listener;

    /**
     * @param state the state folder; runs go into {@code runs/} below it
     * @param workspace where scripts run
     */
    public LocalRuns(Path state, Path workspace, InstantSource clock, RunListener listener) {
        this.runs = state.resolve("runs");
        this.workspace = workspace;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Starts {@code script}; answered by the listener. The run's id must never have been used
     * before.
     */
    public void start(String run, String script) {
        RunFolder folder = new RunFolder(runs, run);
        Process supervisor;
        try {
            folder.prepare(script);
            List<String> command =
                    List.of(
                            "setsid",
                            "sh",
                            "-c",
                            SUPERVISE,
                            "supervise",
                            folder.path().toString(),
                            workspace.toString());
            supervisor = Detached.start(command, Path.of("/"), environment());
        } catch (IOException e) {
            String why = "it could not be started: " + e.getMessage();
            listener.ended(run, Outcome.FAILED, OptionalInt.empty(), Duration.ZERO, 0, why);
            return;
        }
        Thread.ofVirtual()
                .name("run " + run)
                .start(() -> follow(run, folder, Optional.of(supervisor)));
    }

    /**
     * Looks for a run that was started earlier, perhaps by another room; answered by the listener.
     */
    public void find(String run) {
        RunFolder folder = new RunFolder(runs, run);
        Thread.ofVirtual().name("run " + run).start(() -> follow(run, folder, Optional.empty()));
    }

    /** Reads the end of a run's output again; answered by {@link RunListener#output} only. */
    public void readOutput(String run) {
        Thread.ofVirtual()
                .name("output " + run)
                .start(
                        () -> {
                            try (OutputReader reader =
                                    new OutputReader(new RunFolder(runs, run).output())) {
                                OutputReader.Piece piece = reader.rest();
                                listener.output(run, piece.lines(), piece.dropped());
                            } catch (IOException e) {
                                listener.output(
                                        run,
                                        List.of("(its output cannot be read: " + reason(e) + ")"),
                                        0);
                            }
                        });
    }

    /**
     * Stops a run and all it started: SIGTERM to its process group, SIGKILL after {@link #GRACE}.
     */
    public void stop(String run) {
        Thread.ofVirtual().name("stop " + run).start(() -> stopNow(run));
    }

    private void stopNow(String run) {
        RunFolder folder = new RunFolder(runs, run);
        try {
            Optional<RunFolder.Identity> identity = firstWord(folder);
            if (identity.isEmpty() || !Liveness.alive(identity.get())) {
                return;
            }
            folder.markStopped();
            List<ProcessHandle> started =
                    ProcessHandle.of(identity.get().pid())
                            .map(it -> it.descendants().toList())
                            .orElse(List.of());
            signal("TERM", identity.get().pid());
            long end = System.nanoTime() + GRACE.toNanos();
            while (folder.exit().isEmpty() && System.nanoTime() < end) {
                Thread.sleep(POLL_MILLIS);
            }
            signal("KILL", identity.get().pid());
            started.forEach(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            listener.output(run, List.of("(it could not be stopped: " + reason(e) + ")"), 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who the supervisor is; one that has just been started may not have said it yet. */
    private static Optional<RunFolder.Identity> firstWord(RunFolder folder)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + FIRST_WORD.toNanos();
        while (folder.identity().isEmpty() && folder.exit().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(POLL_MILLIS);
        }
        return folder.identity();
    }

    private static void signal(String name, long group) throws IOException, InterruptedException {
        Child.run(
                ChildCommand.of(
                        Path.of("/"),
                        Duration.ofSeconds(5),
                        "sh",
                        "-c",
                        "kill -s " + name + " -- -" + group));
    }

    private void follow(String run, RunFolder folder, Optional<Process> supervisor) {
        if (!folder.exists()) {
            String why = "it was never started";
            listener.ended(run, Outcome.UNKNOWN, OptionalInt.empty(), Duration.ZERO, 0, why);
            return;
        }
        try (OutputReader reader = new OutputReader(folder.output())) {
            long firstWord = System.nanoTime() + FIRST_WORD.toNanos();
            while (going(folder, supervisor, firstWord)) {
                OutputReader.Piece piece = reader.read();
                if (piece.empty()) {
                    pause(supervisor);
                } else {
                    listener.output(run, piece.lines(), piece.dropped());
                }
            }
            OutputReader.Piece rest = reader.rest();
            if (!rest.empty()) {
                listener.output(run, rest.lines(), rest.dropped());
            }
            end(run, folder);
        } catch (IOException e) {
            String why = "its files cannot be read: " + reason(e);
            listener.ended(run, Outcome.UNKNOWN, OptionalInt.empty(), Duration.ZERO, 0, why);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A supervisor of our own is watched as a child; one that is found again, by its files. */
    private static boolean going(RunFolder folder, Optional<Process> supervisor, long firstWord)
            throws IOException {
        if (folder.exit().isPresent()) {
            return false;
        }
        if (supervisor.isPresent()) {
            return supervisor.get().isAlive();
        }
        Optional<RunFolder.Identity> identity = folder.identity();
        return identity.map(Liveness::alive).orElse(System.nanoTime() < firstWord);
    }

    private static void pause(Optional<Process> supervisor) throws InterruptedException {
        if (supervisor.isPresent()) {
            supervisor.get().waitFor(POLL_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS);
        } else {
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void end(String run, RunFolder folder) throws IOException {
        OptionalInt exit = folder.exit();
        Duration took = folder.took(clock.instant());
        if (folder.stopped()) {
            listener.ended(run, Outcome.STOPPED, exit, took, folder.bytes(), "");
        } else if (exit.isPresent()) {
            Outcome outcome = exit.getAsInt() == 0 ? Outcome.PASSED : Outcome.FAILED;
            listener.ended(run, outcome, exit, took, folder.bytes(), "");
        } else {
            String why =
                    folder.identity().isPresent()
                            ? "it is gone and left no exit code: killed, or the machine was"
                                    + " restarted"
                            : "nobody knows whether it was started";
            listener.ended(run, Outcome.UNKNOWN, exit, Duration.ZERO, folder.bytes(), why);
        }
    }

    /** The person's own environment, made such that nothing opens a pager or draws a screen. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("BASH_ENV");
        environment.put("TERM", "dumb");
        environment.put("PAGER", "cat");
        environment.put("GIT_PAGER", "cat");
        return environment;
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static String resource(String name) {
        try (InputStream in = LocalRuns.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " is not in the program", e);
        }
    }
}
