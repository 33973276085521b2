package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.time.Duration;
import java.util.OptionalInt;

/** Runs that are stopped, and runs that are found again. */
abstract class StopAndFindContract extends RunsTestBase {

    @Test
    void stoppingEndsAllOfItThoughItIgnoresToBeAsked() throws Exception {
        Runs runs = runs(followed);
        start(
                followed,
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
        runs.stop("INC-1-1", place(), "");
        RunEnd end = followed.end();

        assertThat(end.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(end.took()).isLessThan(Runs.GRACE.plusSeconds(15));
        for (long pid : new long[] {child, grandchild, apart}) {
            gone(pid);
        }
    }

    @Test
    void whatObeysIsStoppedWithoutWaiting() throws Exception {
        Runs runs = runs(followed);
        start(followed, "INC-1-1", "echo child $$\nexec sleep 300");
        long child = pid("child ");
        long before = System.nanoTime();
        runs.stop("INC-1-1", place(), "");
        RunEnd end = followed.end();

        assertThat(end.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(end.exit()).hasValue(128 + 15);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Runs.GRACE);
        gone(child);
    }

    @Test
    void whatHasEndedIsNotStoppedAfterwards() throws Exception {
        run("echo done");
        runs(followed).stop("INC-1-1", place(), "");
        Followed later = new Followed();
        runs(later).find("INC-1-1", place());

        assertThat(later.end().outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void anotherRoomFindsWhatIsRunningWithAllItsOutputAndItsEnd() throws Exception {
        start(
                followed,
                "INC-1-1",
                "echo child $$\n"
                        + "while [ ! -e go ]; do sleep 0.05; done\n"
                        + "echo after\n"
                        + "exit 3");
        pid("child ");
        Followed later = new Followed();
        runs(later).find("INC-1-1", place());
        later.line(it -> it.startsWith("child "));
        Files.createFile(workspace.resolve("go"));

        RunEnd end = later.end();
        assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(end.exit()).hasValue(3);
        assertThat(later.lines()).hasSize(2).last().isEqualTo("after");
        assertThat(followed.end().exit()).hasValue(3);
    }

    @Test
    void anotherRoomCanStopWhatItFinds() throws Exception {
        start(followed, "INC-1-1", "echo child $$\nexec sleep 300");
        long child = pid("child ");
        Followed later = new Followed();
        Runs other = runs(later);
        other.find("INC-1-1", place());
        later.line(it -> it.startsWith("child "));
        other.stop("INC-1-1", place(), "");

        assertThat(later.end().outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(followed.end().outcome()).isEqualTo(Outcome.STOPPED);
        gone(child);
    }

    @Test
    void aRunEndsWhenItsScriptDoesThoughSomethingGoesOnWithItsOutput() throws Exception {
        RunEnd end = run("sleep 300 &\necho left $!");
        pid("left ");

        assertThat(end.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void whatIsGoneWithoutAnExitCodeHasAnUnknownOutcome() throws Exception {
        start(followed, "INC-1-1", "echo child $$\nexec sleep 300");
        long child = pid("child ");
        long supervisor = Long.parseLong(Files.readString(folder().resolve("pid")).split(" ")[0]);
        ProcessHandle.of(supervisor).orElseThrow().destroyForcibly();

        RunEnd end = followed.end();
        assertThat(end.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(end.exit()).isEqualTo(OptionalInt.empty());
        assertThat(end.detail()).startsWith("it is gone and left no exit code");

        Followed later = new Followed();
        runs(later).find("INC-1-1", place());
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
        runs(later).find("INC-1-1", place());

        assertThat(later.end().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void whatWasNeverStartedIsSaidToBeSo() throws Exception {
        runs(followed).find("INC-1-9", place());

        assertThat(followed.end().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(followed.end().exit()).isEmpty();
        assertThat(followed.end().detail()).isEqualTo("it was never started");

        Followed late = new Followed();
        start(late, "INC-1-9", "echo never");
        assertThat(late.end().detail()).isEqualTo("it was never started");
    }
}
