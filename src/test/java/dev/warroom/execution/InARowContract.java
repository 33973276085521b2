package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Steps that follow each other: the shell of the next one waits while one runs. */
abstract class InARowContract extends RunsTestBase {

    private static final int ENOUGH = 5;

    /** Who has begun it, the step's group, and where it was begun by a shell that waited, when. */
    private static final int LINES_WHERE_IT_WAITED = 3;

    private Runs room = undisturbed(followed());
    private Followed current = new Followed();
    private int last;

    private RunListener followed() {
        return new RunListener() {
            @Override
            public void output(String run, List<String> lines, long dropped) {
                current.output(run, lines, dropped);
            }

            @Override
            public void lost(String run, String why) {
                current.lost(run, why);
            }

            @Override
            public void found(String run) {
                current.found(run);
            }

            @Override
            public void said(String run, String words) {
                followed.said(run, words);
            }

            @Override
            public void ended(String run, RunEnd end) {
                current.ended(run, end);
            }
        };
    }

    private static String name(int number) {
        return "INC-1-" + number;
    }

    private Followed begin(Order order) {
        current = new Followed();
        last++;
        room.start(name(last), place(), order);
        return current;
    }

    private Followed step(Order order) throws InterruptedException {
        Followed step = begin(order);
        step.end();
        return step;
    }

    private Order order(String script) {
        return Order.of(script, workspace.toString());
    }

    private List<String> pid(int number) throws IOException {
        return Files.readAllLines(root().resolve(place().kept(name(number))).resolve("pid"));
    }

    /** Until the next one is begun by a shell that waits; a keeper that is lost begins anew. */
    private void row() throws Exception {
        for (int i = 0; i < 4 * ENOUGH && (i < ENOUGH || !waited()); i++) {
            assertThat(step(order("true")).end().outcome()).isEqualTo(Outcome.PASSED);
        }
        assertThat(pid(last)).hasSize(LINES_WHERE_IT_WAITED);
    }

    private boolean waited() throws IOException {
        return pid(last).size() == LINES_WHERE_IT_WAITED;
    }

    @Test
    void eachHasWhatTheOneBeforeItHasLeftAndEndsAsAny() throws Exception {
        step(order("export N=1; mkdir -p a/a/a/a/a; cd a"));
        for (int i = 2; i <= ENOUGH; i++) {
            Followed next = step(order("N=$((N + 1)); cd a; echo $N $PWD").after(name(last)));
            assertThat(next.lines())
                    .containsExactly(i + " " + workspace.toRealPath() + "/a".repeat(i));
        }
        assertThat(pid(last)).hasSize(LINES_WHERE_IT_WAITED);
        assertThat(room.left(name(last), place()))
                .isEqualTo(
                        new Left(
                                workspace.toRealPath() + "/a".repeat(ENOUGH),
                                Map.of("N", Integer.toString(ENOUGH))));

        Followed failed = step(order("echo one\n(exit 7)\necho two"));
        assertThat(failed.lines()).containsExactly("one");
        assertThat(failed.end().exit()).hasValue(7);
        assertThat(failed.end().line()).hasValue(2);
        assertThat(step(order("kill -KILL $$")).end().exit()).hasValue(128 + 9);
        assertThat(step(order("grep no-such-word /dev/null\necho on")).lines())
                .containsExactly("(nothing found: grep no-such-word /dev/null)", "on");
        assertThat(
                        step(order("echo $SECRET $WARROOM_RUN; umask; read -r word")
                                        .with(Map.of("SECRET", "s3")))
                                .lines())
                .containsExactly("s3 " + place().kept(name(last)), "0022");
        assertThat(pid(last)).hasSize(LINES_WHERE_IT_WAITED);
    }

    @Test
    void anotherShellIsStartedAsUsual() throws Exception {
        row();
        Followed other = step(order("echo ${BASH_VERSION-another}").by("sh"));
        assertThat(other.lines()).containsExactly("another");
        assertThat(other.end().outcome()).isEqualTo(Outcome.PASSED);
        row();
    }

    @Test
    void itIsStoppedAsAny() throws Exception {
        row();
        Followed deaf = begin(order("echo child $$; exec sleep 300"));
        deaf.line(it -> it.startsWith("child "));
        room.stop(name(last), place(), "");
        assertThat(deaf.end().outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(deaf.end().exit()).hasValue(128 + 15);

        Followed stream = begin(order("echo child $$; exec sleep 300").streaming());
        stream.line(it -> it.startsWith("child "));
        room.stop(name(last), place(), "");
        assertThat(stream.end().exit()).as("as by Ctrl-C").hasValue(128 + 2);
    }

    @Test
    void whereTheShellThatWaitsIsKilledTheStepRunsOnceAllTheSame() throws Exception {
        row();
        for (int number : new int[] {last - 1, last}) {
            ProcessHandle keeper =
                    ProcessHandle.of(Long.parseLong(pid(number).getFirst().split(" ")[0]))
                            .orElseThrow();
            await(
                    "the next shell",
                    () ->
                            keeper.children()
                                    .anyMatch(
                                            it ->
                                                    it.info()
                                                            .commandLine()
                                                            .orElse("")
                                                            .contains("bash")));
            keeper.children()
                    .filter(it -> it.info().commandLine().orElse("").contains("bash"))
                    .forEach(
                            it -> {
                                CompletableFuture<ProcessHandle> end = it.onExit();
                                it.destroyForcibly();
                                end.orTimeout(60, TimeUnit.SECONDS).join();
                            });
        }
        Followed next = step(order("echo ran >>ran; echo ran"));
        assertThat(next.end().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(next.lines()).containsExactly("ran");
        assertThat(Files.readString(workspace.resolve("ran"))).isEqualTo("ran\n");
        row();
    }

    @Test
    void whereTheirKeeperIsKilledBeforeItHasBegunOneTheShellFindsThatOut() throws Exception {
        try (Posts posts = new Posts()) {
            Post shell = posts.take(place());
            assertThat(ended(shell, 1)).isInstanceOf(Answer.Over.class);
            long keeper = Long.parseLong(pid(1).getFirst().split(" ")[0]);
            signal("STOP", keeper);
            ask(shell, 3);
            assertThat(shell.next()).isInstanceOf(Answer.Begun.class);
            signal("KILL", keeper);

            assertThat(ended(shell)).isEqualTo(new Answer.Never(Answer.Why.BY_ITSELF));
            assertThat(ended(shell, 4)).as("by another keeper").isInstanceOf(Answer.Over.class);
            assertThat(Files.readAllLines(workspace.resolve("ran"))).containsExactly("1", "4");
        }
    }

    private Answer ended(Post shell, int number) throws IOException {
        ask(shell, number);
        return ended(shell);
    }

    private void ask(Post shell, int number) throws IOException {
        Order order = order("echo " + number + " >>ran").at(place());
        shell.ask(Requests.begin(place().kept(name(number)), order, Runs.GRACE));
    }

    private static Answer ended(Post shell) throws IOException {
        Answer answer = shell.next();
        while (!(answer instanceof Answer.Over || answer instanceof Answer.Never)) {
            answer = shell.next();
        }
        return answer;
    }

    private static void signal(String name, long process) throws Exception {
        Process kill = new ProcessBuilder("kill", "-s", name, process + "").start();
        assertThat(kill.waitFor()).isZero();
    }

    @Test
    void itGoesOnWithoutTheRoomAndIsFoundAgain() throws Exception {
        row();
        Followed here =
                begin(
                        order(
                                "echo begun\n"
                                        + "while [ ! -e go ]; do sleep 0.05; done\n"
                                        + "echo after; exit 3"));
        here.line("begun"::equals);
        room.close();
        Followed later = new Followed();
        runs(later).find(name(last), place());
        later.line("begun"::equals);
        Files.createFile(workspace.resolve("go"));

        assertThat(later.end().exit()).hasValue(3);
        assertThat(later.lines()).containsExactly("begun", "after");
        assertThat(pid(last)).hasSize(LINES_WHERE_IT_WAITED);
    }

    @Test
    void whatOfItGoesOnIsNamedThoughItIsThatShellItself() throws Exception {
        room = runs(followed());
        row();
        Followed step =
                step(
                        order(
                                "(while [ ! -e go ]; do sleep 0.2; done) >/dev/null 2>&1 &\n"
                                        + "echo left $!"));
        String left = step.line(it -> it.startsWith("left ")).substring("left ".length());
        started.add(Long.parseLong(left));

        // What it waits for is named as well, and may come first.
        followed.word(it -> it.startsWith("Its step has ended, and this goes on: " + left + " "));
        Files.createFile(workspace.resolve("go"));
    }
}
