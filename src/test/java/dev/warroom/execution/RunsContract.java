package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs of real scripts by the real shell, wherever they run. */
abstract class RunsContract extends RunsTestBase {

    @Test
    void whatSucceedsPasses() throws Exception {
        RunEnd end = run("echo one\necho two");

        assertThat(end.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(end.exit()).hasValue(0);
        assertThat(end.bytes()).isEqualTo(8);
        assertThat(end.took()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(followed.lines()).containsExactly("one", "two");
    }

    @Test
    void whatFailsFailsWithItsCodeAtTheFirstCommandThatDoes() throws Exception {
        RunEnd end = run("echo before\n(exit 7)\necho after");

        assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(end.exit()).hasValue(7);
        assertThat(followed.lines()).containsExactly("before");
    }

    @Test
    void theLineThatFailedIsKnown() throws Exception {
        RunEnd end = run("echo before\n\n(exit 7)\necho after");

        assertThat(end.line()).hasValue(3);
    }

    @Test
    void aSearchThatFindsNothingSaysSoAndTheScriptGoesOn() throws Exception {
        RunEnd end =
                run(
                        "echo start\n"
                                + "printf 'a\\nb\\n' | grep no-such-word\n"
                                + "pgrep -f no-such-process-[0-9]x\n"
                                + "echo after");

        assertThat(end.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(followed.lines()).hasSize(4).startsWith("start").endsWith("after");
        assertThat(followed.lines().get(1)).startsWith("(nothing found: ").contains("grep");
        assertThat(followed.lines().get(2)).startsWith("(nothing found: ").contains("pgrep");
    }

    @Test
    void aSearchThatCannotBeMadeIsAFailure() throws Exception {
        RunEnd end = run("grep word /no/such/file\necho after");

        assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(end.exit()).hasValue(2);
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
        RunEnd end = run("read -r answer\necho never");

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
        RunEnd end = run("echo never");
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

        try (Stream<Path> files = Files.walk(root())) {
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
    void aRunOfOneNameStartsOnce() throws Exception {
        run("echo first");
        Followed second = new Followed();
        start(second, "INC-1-1", "echo second");

        assertThat(second.end().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(second.lines()).containsExactly("first");
        assertThat(Files.readString(folder().resolve("output"))).isEqualTo("first\n");
    }

    @Test
    void aFolderMadeAheadIsBegunByWhoeverComesAndGoesWhereNobodyDoes() throws Exception {
        BlockingQueue<RunEnd> ends = new LinkedBlockingQueue<>();
        Runs room = runs((run, end) -> ends.add(end));
        int last = 0;
        // Each shell counts for itself, and a run may get another shell than the one before it.
        while (last < 2 || last < 30 && !Files.exists(folder(last + 1))) {
            last++;
            room.start("INC-1-" + last, place(), Order.of("true", workspace.toString()));
            assertThat(ends.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .extracting(RunEnd::outcome)
                    .isEqualTo(Outcome.PASSED);
        }
        assertThat(folder(last + 1)).isEmptyDirectory();

        Followed other = new Followed();
        start(other, "INC-1-" + (last + 2), "echo other");
        assertThat(other.end().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(other.lines()).containsExactly("other");

        Followed sought = new Followed();
        runs(sought).find("INC-1-" + (last + 3), place());
        assertThat(sought.end().detail()).isEqualTo("it was never started");

        room.close();
        int begun = last;
        await(
                "the end of what nobody has begun",
                () ->
                        !Files.exists(folder(begun + 1))
                                && IntStream.rangeClosed(4, 8)
                                        .noneMatch(it -> Files.exists(folder(begun + it))));
        assertThat(folder(last)).isDirectory();
        assertThat(folder(last + 2)).isDirectory();
    }

    @Test
    void whatIsMadeAheadIsNotListedAndGoesWhereItsKeeperWasKilled() throws Exception {
        run("true");
        Path ahead = Files.createDirectory(folder(2));
        Runs room = runs(new Followed());
        assertThat(room.kept(place()))
                .extracting(KeptRun::run)
                .containsExactly(Optional.of("INC-1-1"));
        assertThat(ahead).doesNotExist();

        Files.createDirectory(ahead);
        room.remove(place().kept("INC-1-1"), place());
        assertThat(programs()).as("with the last run goes what runs them").isEmpty();
    }

    private Path folder(int number) {
        return root().resolve(place().kept("INC-1-" + number));
    }

    @Test
    void startedByManyAtOnceItRunsOnce() throws Exception {
        List<Followed> all = Stream.generate(Followed::new).limit(6).toList();
        for (Followed each : all) {
            start(each, "INC-1-1", "echo ran >>ran; sleep 0.2; echo done");
        }
        for (Followed each : all) {
            assertThat(each.end().outcome()).isEqualTo(Outcome.PASSED);
            assertThat(each.lines()).containsExactly("done");
        }
        assertThat(Files.readString(workspace.resolve("ran"))).isEqualTo("ran\n");
    }

    @Test
    void everyLineIsShownOrCountedHoweverFastTheyCome() throws Exception {
        int lines = 200_000;
        RunEnd end = run("seq -f 'line %07.0f of an output that nobody can read' " + lines);

        assertThat(end.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(end.bytes()).isGreaterThan(8L << 20);
        assertThat(followed.lines().size() + followed.dropped()).isEqualTo(lines);
        assertThat(followed.lines()).last().asString().contains("0200000");
        assertThat(followed.lines()).isSorted();
    }

    @Test
    void theEndOfAnOutputCanBeReadAgain() throws Exception {
        int lines = 1_000_000;
        // In far less than a second.
        run("seq 1 " + lines);
        assertThat(followed.lines().size() + followed.dropped()).isEqualTo(lines);
        Followed again = new Followed();
        runs(again).readOutput("INC-1-1", place());
        again.line(Integer.toString(lines)::equals);

        assertThat(again.lines().size() + again.dropped()).isEqualTo(lines);
        assertThat(again.lines().size()).isLessThanOrEqualTo((256 << 10) / 7);
    }

    @Test
    void anOutputThatIsNotThereIsSaidToBeSo() throws Exception {
        runs(followed).readOutput("INC-1-9", place());

        assertThat(followed.line(it -> true))
                .startsWith("(its output cannot be read: there is no ");
    }

    @Test
    void anOutputThatIsTooLongKeepsItsBeginningAndItsEndAndSaysSo() throws Exception {
        long most = 16L << 20;
        String script =
                """
                echo the first line
                yes 'a line of some forty characters, or so' | head -n 1000000
                while [ "$(du -k %1$s/output | cut -f 1)" -gt 20480 ]; do sleep 0.1; done
                echo the last line
                """
                        .formatted(folder());
        RunEnd end = run(Order.of(script, workspace.toString()).keeping(most));

        assertThat(end.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(end.bytes()).isEqualTo(39_000_029);
        assertThat(end.detail())
                .matches("\\d{8} bytes from the middle of its output were not kept");
        assertThat(followed.lines()).endsWith("the last line");
        Process du = new ProcessBuilder("du", "-k", folder() + "/output").start();
        String kilobytes = new String(du.getInputStream().readAllBytes()).split("\\s")[0];
        assertThat(Long.parseLong(kilobytes) << 10).isLessThanOrEqualTo(most + (most >> 2));
        try (var file = Files.newInputStream(folder().resolve("output"))) {
            assertThat(new String(file.readNBytes(15))).isEqualTo("the first line\n");
        }
    }

    @Test
    void whatRunsStepsIsKeptOnceAndGoesWithTheLastRun() throws Exception {
        run("true");
        Followed second = new Followed();
        Runs runs = start(second, "INC-1-2", "true");
        second.end();
        assertThat(programs()).containsExactly(Requests.PROGRAMS);

        runs.remove(place().kept("INC-1-1"), place());
        assertThat(programs()).containsExactly(Requests.PROGRAMS);

        runs.remove(place().kept("INC-1-2"), place());
        assertThat(root()).isEmptyDirectory();

        // Whoever begins the next makes it anew.
        Followed third = new Followed();
        runs(third).start("INC-1-3", place(), Order.of("true", workspace.toString()));
        assertThat(third.end().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(programs()).containsExactly(Requests.PROGRAMS);
    }

    private List<String> programs() throws IOException {
        try (Stream<Path> kept = Files.list(root())) {
            return kept.map(it -> it.getFileName().toString())
                    .filter(it -> it.startsWith("."))
                    .toList();
        }
    }

    @Test
    void anOutputWithoutLinesShowsItsEnd() throws Exception {
        RunEnd end = run("head -c 9000000 /dev/zero | tr '\\0' x; printf 'the end'");

        assertThat(end.bytes()).isEqualTo(9_000_007);
        assertThat(followed.lines()).last().asString().endsWith("xxxthe end");
        assertThat(followed.lines()).allMatch(it -> it.length() < 5_000);
    }

    @Test
    void nulsAreCountedAndNotShown() throws Exception {
        run("printf 'a\\0b\\n'; head -c 100000 /dev/zero; echo; echo after");

        assertThat(followed.lines()).hasSize(3).last().isEqualTo("after");
        assertThat(followed.lines()).noneMatch(it -> it.indexOf('\0') >= 0);
    }
}
