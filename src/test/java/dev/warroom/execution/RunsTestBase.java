package dev.warroom.execution;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A state folder and a workspace for runs, of which nothing is left running. */
abstract class RunsTestBase {

    @TempDir Path state;
    @TempDir Path workspace;

    final Followed followed = new Followed();
    final List<Long> started = new ArrayList<>();

    private final List<Runs> rooms = new ArrayList<>();

    /** Where everything runs. */
    abstract Place place();

    /** The folder in which the place keeps its runs. */
    abstract Path root();

    Runs runs(RunListener listener) {
        return kept(new Runs(listener));
    }

    /** One whose stopped runs have as long to obey as a busy machine may take. */
    Runs patient(RunListener listener) {
        return kept(new Runs(listener, Duration.ofSeconds(50), Outliving.USUAL_QUIET));
    }

    /**
     * One that does not look what outlives its runs: that takes the shell of the next one, which
     * then begins with another.
     */
    Runs undisturbed(RunListener listener) {
        return kept(new Runs(listener, Runs.GRACE, Duration.ofDays(1)));
    }

    private Runs kept(Runs runs) {
        rooms.add(runs);
        return runs;
    }

    Runs start(RunListener listener, String run, String script) {
        return start(listener, run, Order.of(script, workspace.toString()));
    }

    Runs start(RunListener listener, String run, Order order) {
        Runs runs = runs(listener);
        runs.start(run, place(), order);
        return runs;
    }

    RunEnd run(String script) throws InterruptedException {
        start(followed, "INC-1-1", script);
        return followed.end();
    }

    RunEnd run(Order order) throws InterruptedException {
        start(followed, "INC-1-1", order);
        return followed.end();
    }

    /** What is said of a step that a stop may not end, where that prints {@code refusal}. */
    String refusedStop(String refusal) throws Exception {
        Path refuses = workspace.resolve("refuses");
        Files.writeString(refuses, refusal + " >&2; exit 1");
        Runs runs =
                start(
                        followed,
                        "INC-1-1",
                        "echo child $$\nwhile [ ! -e go ]; do sleep 0.05; done\nexit 3");
        pid("child ");
        runs.stop("INC-1-1", place(), "sh " + refuses);
        return followed.word(it -> it.startsWith("It could not be stopped"));
    }

    /** How it ends then. */
    RunEnd afterRefusedStop() throws Exception {
        Files.createFile(workspace.resolve("go"));
        return followed.end();
    }

    Path folder() {
        return root().resolve("INC-1-1");
    }

    @AfterEach
    void nothingIsLeftRunning() throws Exception {
        rooms.forEach(Runs::close);
        for (Path pid : pids()) {
            String[] words = Files.readString(pid).strip().split(" ");
            if (words[0].matches("\\d+")) {
                ProcessHandle.of(Long.parseLong(words[0])).ifPresent(this::end);
            }
        }
        started.forEach(it -> ProcessHandle.of(it).ifPresent(this::end));
    }

    private List<Path> pids() throws IOException {
        if (!Files.exists(root())) {
            return List.of();
        }
        // What was made ahead may be removed in this moment.
        try (Stream<Path> runs = Files.list(root())) {
            return runs.map(it -> it.resolve("pid")).filter(Files::isRegularFile).toList();
        }
    }

    private void end(ProcessHandle process) {
        if (process.equals(ProcessHandle.current())) {
            return;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().orTimeout(Await.LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    static void gone(long pid) {
        await("the end of process " + pid, () -> !alive(pid));
    }

    static void await(String what, BooleanSupplier condition) {
        Await.until(what, condition::getAsBoolean);
    }

    private static boolean alive(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return false;
        }
    }

    long pid(String name) throws InterruptedException {
        long pid =
                Long.parseLong(followed.line(it -> it.startsWith(name)).substring(name.length()));
        started.add(pid);
        return pid;
    }
}
