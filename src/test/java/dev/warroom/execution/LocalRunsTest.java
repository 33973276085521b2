package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs of real scripts by the real shell. */
class LocalRunsTest {

    @TempDir Path state;
    @TempDir Path workspace;

    private final Followed followed = new Followed();
    private final List<Long> started = new ArrayList<>();

    private LocalRuns runs(RunListener listener) {
        return new LocalRuns(state, workspace, Clock.systemUTC(), listener);
    }

    private Followed.End run(String script) throws InterruptedException {
        runs(followed).start("INC-1-1", script);
        return followed.end();
    }

    private Path folder() {
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

    private static void gone(long pid) throws InterruptedException {
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

    private long pid(String name) throws InterruptedException {
        long pid =
                Long.parseLong(followed.line(it -> it.startsWith(name)).substring(name.length()));
        started.add(pid);
        return pid;
    }

    @Test
    void whatSucceedsPasses() throws Exception {
        Followed.End end = run("echo one\necho two");

        assertThat(end.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(end.exit()).hasValue(0);
        assertThat(end.bytes()).isEqualTo(8);
        assertThat(end.took()).isBetween(Duration.ZERO, Duration.ofSeconds(20));
        assertThat(followed.lines()).containsExactly("one", "two");
    }

    @Test
    void whatFailsFailsWithItsCodeAtTheFirstCommandThatDoes() throws Exception {
        Followed.End end = run("echo before\n(exit 7)\necho after");

        assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(end.exit()).hasValue(7);
        assertThat(followed.lines()).containsExactly("before");
    }

    @Test
    void whatKillsItselfFailsWithTheSignal() throws Exception {
        assertThat(run("kill -KILL $$").exit()).hasValue(128 + 9);
    }

    @Test
    void errorsAndOutputComeTogetherInOrder() throws Exception {
        run("echo out\necho err >&2\necho out again");

        assertThat(followed.lines()).containsExactly("out", "err", "out again");
    }

    @Test
    void bytesThatAreNoTextAreShownAsSuchAndTheLastLineNeedsNoEnd() throws Exception {
        run("printf 'a\\xff\\xfeb\\n\\033[2Jc'");

        assertThat(followed.lines()).containsExactly("a\uFFFD\uFFFDb", "␛[2Jc");
        assertThat(Files.readAllBytes(folder().resolve("output"))).startsWith('a', 0xff, 0xfe);
    }

    @Test
    void aQuestionGetsNoAnswerAndFailsAtOnce() throws Exception {
        Followed.End end = run("read -r answer\necho never");

        assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(end.exit()).hasValue(1);
        assertThat(followed.lines()).isEmpty();
    }

    @Test
    void itRunsInTheWorkspaceWithoutPagerOrScreen() throws Exception {
        run("pwd\necho $TERM $PAGER $GIT_PAGER");

        assertThat(followed.lines())
                .containsExactly(workspace.toRealPath().toString(), "dumb cat cat");
    }

    @Test
    void aWorkspaceThatIsGoneFailsAndSaysSo() throws Exception {
        Files.delete(workspace);
        Followed.End end = run("echo never");
        Files.createDirectory(workspace);

        assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(end.exit()).hasValue(126);
        assertThat(followed.lines()).hasSize(1).first().asString().contains("cd");
    }

    @Test
    void aScriptMayBeAnything() throws Exception {
        run("cat <<'END'\n$HOME \"quoted\" 'too' \\ `no`\nEND\necho \"a'b\"");

        assertThat(followed.lines()).containsExactly("$HOME \"quoted\" 'too' \\ `no`", "a'b");
    }

    @Test
    void whatARunLeavesIsForItsOwnerOnly() throws Exception {
        run("umask; echo out; echo err >&2");

        try (Stream<Path> files = Files.walk(state.resolve("runs"))) {
            assertThat(files.toList())
                    .hasSizeGreaterThanOrEqualTo(6)
                    .allSatisfy(
                            it ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(it)))
                                            .as(it.toString())
                                            .isEqualTo(
                                                    Files.isDirectory(it)
                                                            ? "rwx------"
                                                            : "rw-------"));
        }
        assertThat(followed.lines()).first().isEqualTo("0022");
    }

    @Test
    void aRunsNameIsNotUsedTwice() throws Exception {
        run("echo first");
        Followed second = new Followed();
        runs(second).start("INC-1-1", "echo second");

        assertThat(second.end().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(second.end().detail()).startsWith("it could not be started");
        assertThat(Files.readString(folder().resolve("output"))).isEqualTo("first\n");
    }

    @Test
    void stoppingEndsAllOfItThoughItIgnoresToBeAsked() throws Exception {
        LocalRuns runs = runs(followed);
        runs.start(
                "INC-1-1",
                """
                bash -c 'trap "" TERM; echo grandchild $BASHPID; while :; do sleep 0.1; done' &
                setsid bash -c 'trap "" TERM; echo apart $BASHPID; while :; do sleep 0.1; done' &
                trap '' TERM
                echo child $$
                while :; do sleep 0.1; done
                """);
        long child = pid("child ");
        long grandchild = pid("grandchild ");
        long apart = pid("apart ");
        runs.stop("INC-1-1");
        Followed.End end = followed.end();

        assertThat(end.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(end.took()).isLessThan(LocalRuns.GRACE.plusSeconds(15));
        for (long pid : new long[] {child, grandchild, apart}) {
            gone(pid);
        }
    }

    @Test
    void whatObeysIsStoppedWithoutWaiting() throws Exception {
        LocalRuns runs = runs(followed);
        runs.start("INC-1-1", "echo child $$\nexec sleep 300");
        long child = pid("child ");
        long before = System.nanoTime();
        runs.stop("INC-1-1");
        Followed.End end = followed.end();

        assertThat(end.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(end.exit()).hasValue(128 + 15);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LocalRuns.GRACE);
        gone(child);
    }

    @Test
    void whatHasEndedIsNotStoppedAfterwards() throws Exception {
        run("echo done");
        runs(followed).stop("INC-1-1");
        Followed later = new Followed();
        runs(later).find("INC-1-1");

        assertThat(later.end().outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void anotherRoomFindsWhatIsRunningWithAllItsOutputAndItsEnd() throws Exception {
        runs(followed)
                .start(
                        "INC-1-1",
                        "echo child $$\n"
                                + "while [ ! -e go ]; do sleep 0.05; done\n"
                                + "echo after\n"
                                + "exit 3");
        pid("child ");
        Followed later = new Followed();
        runs(later).find("INC-1-1");
        later.line(it -> it.startsWith("child "));
        Files.createFile(workspace.resolve("go"));

        Followed.End end = later.end();
        assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(end.exit()).hasValue(3);
        assertThat(later.lines()).hasSize(2).last().isEqualTo("after");
        assertThat(followed.end().exit()).hasValue(3);
    }

    @Test
    void anotherRoomCanStopWhatItFinds() throws Exception {
        runs(followed).start("INC-1-1", "echo child $$\nexec sleep 300");
        long child = pid("child ");
        Followed later = new Followed();
        LocalRuns other = runs(later);
        other.find("INC-1-1");
        later.line(it -> it.startsWith("child "));
        other.stop("INC-1-1");

        assertThat(later.end().outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(followed.end().outcome()).isEqualTo(Outcome.STOPPED);
        gone(child);
    }

    @Test
    void aRunEndsWhenItsScriptDoesThoughSomethingGoesOnWithItsOutput() throws Exception {
        Followed.End end = run("sleep 300 &\necho left $!");
        pid("left ");

        assertThat(end.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void whatIsGoneWithoutAnExitCodeHasAnUnknownOutcome() throws Exception {
        runs(followed).start("INC-1-1", "echo child $$\nexec sleep 300");
        long child = pid("child ");
        long supervisor = Long.parseLong(Files.readString(folder().resolve("pid")).split(" ")[0]);
        ProcessHandle.of(supervisor).orElseThrow().destroyForcibly();

        Followed.End end = followed.end();
        assertThat(end.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(end.exit()).isEqualTo(OptionalInt.empty());
        assertThat(end.detail()).startsWith("it is gone and left no exit code");

        Followed later = new Followed();
        runs(later).find("INC-1-1");
        assertThat(later.end().outcome()).isEqualTo(Outcome.UNKNOWN);
        started.add(child);
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotTakenForTheRun() throws Exception {
        run("echo done");
        Files.delete(folder().resolve("exit"));
        String[] words = Files.readString(folder().resolve("pid")).strip().split(" ");
        String reused = ProcessHandle.current().pid() + " " + words[1] + " " + words[2] + "\n";
        Files.writeString(folder().resolve("pid"), reused);
        Followed later = new Followed();
        runs(later).find("INC-1-1");

        assertThat(later.end().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void whatWasNeverStartedIsSaidToBeSo() throws Exception {
        runs(followed).find("INC-1-9");

        assertThat(followed.end().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(followed.end().detail()).isEqualTo("it was never started");
    }

    @Test
    void everyLineIsShownOrCountedHoweverFastTheyCome() throws Exception {
        int lines = 200_000;
        Followed.End end = run("seq -f 'line %07.0f of an output that nobody can read' " + lines);

        assertThat(end.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(end.bytes()).isGreaterThan(8L << 20);
        assertThat(followed.lines().size() + followed.dropped()).isEqualTo(lines);
        assertThat(followed.lines()).last().asString().contains("0200000");
        assertThat(followed.lines()).isSorted();
    }

    @Test
    void theEndOfAnOutputCanBeReadAgain() throws Exception {
        run("seq 1 20000");
        Followed again = new Followed();
        runs(again).readOutput("INC-1-1");
        again.line("20000"::equals);

        assertThat(again.lines().size() + again.dropped()).isEqualTo(20_000);
        assertThat(again.lines().size()).isLessThanOrEqualTo(10_000);
    }

    @Test
    void anOutputThatIsNotThereIsSaidToBeSo() throws Exception {
        runs(followed).readOutput("INC-1-9");

        assertThat(followed.line(it -> true)).startsWith("(its output cannot be read");
    }
}
