package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

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
        for (long pid : new long[] {child, grandchild, apart}) {
            gone(pid);
        }
    }

    @Test
    void whatObeysIsNotKilled() throws Exception {
        Runs runs = patient(followed);
        start(followed, "INC-1-1", "echo child $$\nexec sleep 300");
        long child = pid("child ");
        runs.stop("INC-1-1", place(), "");
        RunEnd end = followed.end();

        assertThat(end.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(end.exit()).hasValue(128 + 15);
        gone(child);
    }

    @Test
    void aStreamIsStoppedAsByCtrlC() throws Exception {
        String script = "echo child $$\nexec tail -f /dev/null";
        Runs runs = patient(followed);
        runs.start("INC-1-1", place(), Order.of(script, workspace.toString()).streaming());
        pid("child ");
        runs.stop("INC-1-1", place(), "");
        RunEnd end = followed.end();

        assertThat(end.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(end.exit()).hasValue(128 + 2);
    }

    @Test
    void whatEscapesAStopIsNamed() throws Exception {
        Runs runs =
                start(
                        followed,
                        "INC-1-1",
                        "(setsid sh -c 'echo apart $$; exec sleep 271' &)\n"
                                + "echo child $$\n"
                                + "exec sleep 300");
        pid("child ");
        long apart = pid("apart ");
        runs.stop("INC-1-1", place(), "");
        followed.end();

        assertThat(followed.word(it -> it.contains("apart")))
                .isEqualTo("It goes on, apart: " + apart + " sleep 271 ");
    }

    @Test
    void whatMayNotBeEndedIsSaidToGoOnAndEndsAsAnyOther() throws Exception {
        assertThat(refusedStop("printf '%s\\n' 'it needs a terminal' 'it needs a word'"))
                .isEqualTo(
                        "It could not be stopped: it goes on, as nobody here may end it (it needs a"
                                + " word): end it at its terminal, or as somebody who may");
        assertThat(afterRefusedStop().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(followed.end().exit()).hasValue(3);
    }

    @Test
    void whatAnEarlierStepLeftRunningIsNotStoppedWithALaterOne() throws Exception {
        Runs runs = start(followed, "INC-1-1", "sleep 300 >/dev/null 2>&1 &\necho left $!");
        long left = pid("left ");
        followed.end();
        String script = "echo $$ >part && mv part child\nexec sleep 300";
        runs.start("INC-1-2", place(), Order.of(script, workspace.toString()));
        await("the second step", () -> Files.exists(workspace.resolve("child")));
        long child = Long.parseLong(Files.readString(workspace.resolve("child")).strip());
        runs.stop("INC-1-2", place(), "");
        gone(child);

        assertThat(ProcessHandle.of(left))
                .hasValueSatisfying(it -> assertThat(it.isAlive()).isTrue());
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
                        + "for each in $(seq 2400); do [ -e go ] && break; sleep 0.05; done\n"
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
        assertThat(end.detail())
                .startsWith("it is gone and left no exit code")
                .endsWith("; something that it started goes on");

        ProcessHandle.of(child).orElseThrow().destroyForcibly();
        await("the end of who has watched over it", () -> supervisors().isEmpty());
        Followed later = new Followed();
        runs(later).find("INC-1-1", place());
        assertThat(later.end().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(later.end().detail()).endsWith("restarted");
    }

    /** What runs steps there, and watches over them. */
    private List<String> supervisors() {
        return ProcessHandle.allProcesses()
                .map(it -> it.info().commandLine().orElse(""))
                .filter(it -> it.contains(root() + "/.programs"))
                .filter(it -> it.contains("/supervise"))
                .toList();
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

    @Test
    void whatIsStoppedBeforeItHasBegunNeverBegins() throws Exception {
        Runs runs = runs(followed);
        runs.stop("INC-1-1", place(), "");
        await("the stop", () -> Files.exists(folder().resolve("pid")));
        runs.start("INC-1-1", place(), Order.of("echo ran", workspace.toString()));

        assertThat(followed.end().outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(followed.end().exit()).isEmpty();
        assertThat(followed.end().detail()).isEqualTo("it was stopped before it had begun");
        assertThat(followed.lines()).isEmpty();
        Followed later = new Followed();
        runs(later).find("INC-1-1", place());
        assertThat(later.end()).isEqualTo(followed.end());
    }

    @Test
    void whatIsStoppedWhileItBeginsIsAskedToEnd() throws Exception {
        List<Followed> all = Stream.generate(Followed::new).limit(4).toList();
        Runs stopping = patient(followed);
        // With a shell that is there already, the stop comes in the midst of the beginning.
        stopping.kept(place());
        for (Followed each : all) {
            String run = "INC-1-" + all.indexOf(each);
            Path pid = root().resolve(run).resolve("pid");
            start(each, run, "exec sleep 300");
            await("its beginning", () -> Files.exists(pid));
            stopping.stop(run, place(), "");
        }
        for (Followed each : all) {
            assertThat(each.end().outcome()).isEqualTo(Outcome.STOPPED);
            assertThat(each.end().exit()).as("by SIGTERM").hasValue(128 + 15);
        }
    }

    @Test
    void whatCouldNotWriteDownThatItBeginsNeverBegins() throws Exception {
        Files.createDirectories(folder());
        Files.createFile(folder().resolve("pid"));
        Files.createFile(folder().resolve("never"));
        runs(followed).find("INC-1-1", place());

        assertThat(followed.end().detail()).isEqualTo("it was never started");
    }

    @Test
    void whatOutlivesItsStepIsNamed() throws Exception {
        RunEnd end = run("setsid sleep 301 >/dev/null 2>&1 &\necho left $!");
        long daemon = pid("left ");

        assertThat(end.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(followed.word(it -> it.contains("goes on")))
                .isEqualTo("Its step has ended, and this goes on: " + daemon + " sleep 301 ");
    }
}
