package dev.warroom.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

class ChildTest {

    private static final Duration LONG = Await.LIMIT;

    @TempDir Path folder;

    @Test
    void outputErrorsAndExitComeBack() throws Exception {
        ChildResult result = bash("echo out; echo err >&2; exit 3");
        assertThat(result.output()).isEqualTo("out\n");
        assertThat(result.errors()).isEqualTo("err\n");
        assertThat(result.exit()).hasValue(3);
        assertThat(result.timedOut()).isFalse();
        assertThat(result.cut()).isFalse();
        assertThat(result.succeeded()).isFalse();
        assertThat(result.took()).isPositive();
    }

    @Test
    void itRunsInItsFolderWithItsEnvironment() throws Exception {
        ChildCommand command =
                ChildCommand.of(folder, LONG, "bash", "-c", "pwd -P; echo $COLOUR $HOME")
                        .withEnvironment("COLOUR", "red");
        assertThat(Child.run(command).output())
                .isEqualTo(folder.toRealPath() + "\nred " + System.getenv("HOME") + "\n");
    }

    @Test
    void argumentsAreNotReadByAShell() throws Exception {
        ChildCommand command =
                ChildCommand.of(
                        folder, LONG, "printf", "[%s]", "$HOME", "a  'b\"", "*", "${x}", "");
        assertThat(Child.run(command).output()).isEqualTo("[$HOME][a  'b\"][*][${x}][]");
    }

    @Test
    void withoutInputItReadsTheEndAtOnce() throws Exception {
        ChildResult result = bash("read line; echo \"$?\"");
        assertThat(result.output()).isEqualTo("1\n");
    }

    @Test
    void inputLargerThanThePipeArrives() throws Exception {
        byte[] megabyte = "x".repeat(1 << 20).getBytes(UTF_8);
        ChildResult result =
                Child.run(ChildCommand.of(folder, LONG, "wc", "-c").withInput(megabyte));
        assertThat(result.output().strip()).isEqualTo("1048576");
    }

    @Test
    void inputThatNobodyReadsDoesNotHangUs() throws Exception {
        byte[] megabyte = new byte[1 << 20];
        ChildCommand command =
                ChildCommand.of(folder, LONG, "bash", "-c", "sleep 600 & echo $!")
                        .withInput(megabyte);
        ChildResult result = Child.run(command);
        assertThat(result.exit()).hasValue(0);
        end(result.output());
    }

    @Test
    void excessOutputIsReadAndDropped() throws Exception {
        ChildCommand command =
                ChildCommand.of(
                                folder,
                                LONG,
                                "bash",
                                "-c",
                                "head -c 5000000 /dev/zero | tr '\\0' x")
                        .withMostOutput(1000);
        ChildResult result = Child.run(command);
        assertThat(result.output()).isEqualTo("x".repeat(1000));
        assertThat(result.cut()).isTrue();
        assertThat(result.exit()).hasValue(0);
    }

    @Test
    void theTimeoutKillsTheWholeGroup() throws Exception {
        ChildResult result =
                bash(
                        Duration.ofMillis(300),
                        "trap '' TERM; sleep 600 & echo $!; sleep 600; sleep 600");
        assertThat(result.timedOut()).isTrue();
        assertThat(result.exit()).isEmpty();
        assertThat(result.took()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        Processes.awaitEnd(result.output());
    }

    @Test
    void theTimeoutKillsWhatLeftTheGroup() throws Exception {
        ChildResult result = bash(Duration.ofMillis(500), "setsid sleep 600 & echo $!; sleep 600");
        assertThat(result.timedOut()).isTrue();
        Processes.awaitEnd(result.output());
    }

    @Test
    void withoutSetsidTheTimeoutStillKillsTheDescendants() throws Exception {
        ChildCommand command =
                ChildCommand.of(
                        folder,
                        Duration.ofMillis(500),
                        "bash",
                        "-c",
                        "sleep 600 & echo $!; sleep 600");
        ChildResult result = Child.run(command, java.util.Optional.empty());
        assertThat(result.timedOut()).isTrue();
        Processes.awaitEnd(result.output());
    }

    @Test
    void aChildMayTidyUpAfterTheTimeout() throws Exception {
        ChildResult result =
                bash(
                        Duration.ofMillis(300),
                        "trap 'echo tidied; exit 0' TERM; echo up; sleep 600 & wait");
        assertThat(result.timedOut()).isTrue();
        assertThat(result.output()).isEqualTo("up\ntidied\n");
    }

    @Test
    void whatAChildLeavesRunningIsNotWaitedFor() throws Exception {
        ChildResult result = bash("sleep 600 & echo $!");
        assertThat(result.exit()).hasValue(0);
        assertThat(Processes.handle(result.output())).isPresent();
        end(result.output());
    }

    @Test
    void whatAChildLeavesWritingForEverDoesNotHangUs() throws Exception {
        ChildResult result = bash("yes & echo $! >&2; exit 2");
        assertThat(result.exit()).hasValue(2);
        Processes.awaitEnd(result.errors());
    }

    @Test
    void whatLeftTheGroupAndWritesForEverDoesNotHangUs() throws Exception {
        ChildResult result = bash("setsid yes & echo $! >&2; sleep 0.1; exit 2");
        assertThat(result.exit()).hasValue(2);
        Processes.awaitEnd(result.errors());
    }

    @Test
    void everythingWrittenJustBeforeTheEndIsKept() throws Exception {
        for (int i = 0; i < 50; i++) {
            assertThat(bash("printf %01000d 7").output()).hasSize(1000).endsWith("7");
        }
    }

    @Test
    void anInterruptKillsTheChild() throws Exception {
        Path started = folder.resolve("started");
        Thread caller =
                Thread.ofVirtual()
                        .start(
                                () ->
                                        assertThatThrownBy(
                                                        () ->
                                                                bash(
                                                                        "echo $$ > part; mv part"
                                                                                + " started; sleep"
                                                                                + " 600"))
                                                .isInstanceOf(InterruptedException.class));
        Await.until("the start", () -> Files.exists(started));
        caller.interrupt();
        assertThat(caller.join(Await.LIMIT)).isTrue();
        Processes.awaitEnd(Files.readString(started));
    }

    @Test
    void aMissingProgramIsNamed() {
        assertThatThrownBy(() -> Child.run(ChildCommand.of(folder, LONG, "no-such-probe", "-x")))
                .isInstanceOf(IOException.class)
                .hasMessage("no-such-probe is not on the PATH: install it, or name its whole path");
        assertThatThrownBy(() -> Child.run(ChildCommand.of(folder, LONG, "./check.sh")))
                .isInstanceOf(IOException.class)
                .hasMessage("./check.sh is not there, seen from " + folder);
    }

    @Test
    void aFileThatIsNoProgramIsNamed() throws Exception {
        Files.writeString(folder.resolve("check.sh"), "exit 0");
        assertThatThrownBy(() -> Child.run(ChildCommand.of(folder, LONG, "./check.sh")))
                .hasMessage("./check.sh is not a program, seen from " + folder);
    }

    @Test
    void aMissingFolderIsNamed() {
        Path gone = folder.resolve("gone");
        assertThatThrownBy(() -> Child.run(ChildCommand.of(gone, LONG, "true")))
                .hasMessage("true cannot run in " + gone + ": that is not a folder");
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> ChildCommand.of(folder, Duration.ZERO, "true"))
                .hasMessage("timeout PT0S must be > 0");
        assertThatThrownBy(() -> ChildCommand.of(folder, LONG))
                .hasMessage("arguments [] must name a program");
        assertThatThrownBy(() -> ChildCommand.of(folder, LONG, "true").withMostOutput(-1))
                .hasMessage("mostOutput -1 must be >= 0");
    }

    private ChildResult bash(String script) throws IOException, InterruptedException {
        return bash(LONG, script);
    }

    private ChildResult bash(Duration timeout, String script)
            throws IOException, InterruptedException {
        return Child.run(ChildCommand.of(folder, timeout, "bash", "-c", script));
    }

    private static void end(String pid) {
        Processes.handle(pid).ifPresent(ProcessHandle::destroyForcibly);
        Processes.awaitEnd(pid);
    }
}
