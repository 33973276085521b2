package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A state folder and a workspace for runs, of which nothing is left running. */
abstract class RunsTestBase {

    @TempDir Path state;
    @TempDir Path workspace;

    final Followed followed = new Followed();
    final List<Long> started = new ArrayList<>();

    LocalRuns runs(RunListener listener) {
        return new LocalRuns(state, workspace, Clock.systemUTC(), listener);
    }

    Followed.End run(String script) throws InterruptedException {
        runs(followed).start("INC-1-1", script);
        return followed.end();
    }

    Path folder() {
        return state.resolve("runs").resolve("INC-1-1");
    }

    @AfterEach
    void nothingIsLeftRunning() throws Exception {
        for (Path pid : pids()) {
            String[] words = Files.readString(pid).strip().split(" ");
            ProcessHandle.of(Long.parseLong(words[0])).ifPresent(this::end);
        }
        started.forEach(it -> ProcessHandle.of(it).ifPresent(this::end));
    }

    private List<Path> pids() throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            return files.filter(it -> it.getFileName().toString().equals("pid")).toList();
        }
    }

    private void end(ProcessHandle process) {
        if (process.equals(ProcessHandle.current())) {
            return;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().orTimeout(5, TimeUnit.SECONDS).join();
    }

    static void gone(long pid) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (alive(pid)) {
            assertThat(System.nanoTime())
                    .as("process " + pid + " is still there")
                    .isLessThan(until);
            Thread.onSpinWait();
        }
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
