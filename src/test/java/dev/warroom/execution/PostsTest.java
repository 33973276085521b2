package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** The shells that are kept at places. */
class PostsTest {

    @TempDir Path temp;

    @Test
    void noMoreShellsWithoutWorkAreKeptThanMayBeAndTheOneThatRestedLongestGoes() throws Exception {
        try (Posts posts = new Posts(2)) {
            Place one = Place.local(temp.resolve("one"));
            Place other = Place.local(temp.resolve("other"));
            Post first = posts.take(one);
            Post second = posts.take(other);
            Post third = posts.take(other);
            posts.giveBack(first);
            posts.giveBack(second);
            posts.giveBack(third);

            assertThat(first.answers()).isFalse();
            assertThat(posts.take(other)).isSameAs(third);
            assertThat(posts.take(other)).isSameAs(second);
            assertThat(posts.take(one)).isNotSameAs(first);
        }
    }

    @Test
    void whatIsTakenOnlyWhereItIsOpenMakesNoConnection() throws Exception {
        try (Posts posts = new Posts()) {
            Place far = new Ssh(List.of("ssh"), temp, 1).place("far", "far", Optional.empty());

            assertThat(posts.takeOpen(far)).isEmpty();
            assertThat(posts.takeOpen(Place.local(temp))).isPresent();
        }
    }

    @Test
    void whoGoesWhereTheWayIsBeingOpenedWaitsForIt() throws Exception {
        Path said = temp.resolve("clients");
        Path goOn = temp.resolve("go-on");
        // What would be ssh is a shell as soon as it may be.
        String client =
                "echo one >>" + said + "; until [ -e " + goOn + " ]; do sleep 0.01; done; exec sh";
        Place host =
                new Ssh(List.of("sh", "-c", client), temp, 1)
                        .place("far", "far", Optional.empty())
                        .keeping(temp + "/runs");
        try (Posts posts = new Posts();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> open =
                    threads.submit(
                            () -> {
                                posts.openAhead(host);
                                return null;
                            });
            RunsTestBase.await("a client", () -> Files.exists(said));
            FutureTask<Post> taken = new FutureTask<>(() -> posts.take(host));
            Thread second = Thread.ofPlatform().start(taken);
            RunsTestBase.await("who waits", () -> second.getState() == Thread.State.WAITING);
            Files.createFile(goOn);
            open.get();

            assertThat(taken.get().answers()).isTrue();
            assertThat(Files.readAllLines(said)).hasSize(1);
        }
    }

    @Test
    void noWayIsOpenedAheadToWhereSomebodyIsAtWork() throws Exception {
        Path said = temp.resolve("clients");
        Place host =
                new Ssh(List.of("sh", "-c", "echo one >>" + said + "; exec sh"), temp, 1)
                        .place("far", "far", Optional.empty())
                        .keeping(temp + "/runs");
        try (Posts posts = new Posts()) {
            Post working = posts.take(host);
            posts.openAhead(host);

            assertThat(Files.readAllLines(said)).hasSize(1);
            posts.giveBack(working);
            posts.openAhead(host);
            assertThat(Files.readAllLines(said)).hasSize(1);
            assertThat(posts.take(host)).isSameAs(working);
        }
    }

    @Test
    void whoWaitsForAWayThatCannotBeOpenedIsToldWhyAndTheNextTriesAgain() throws Exception {
        Path goOn = temp.resolve("go-on");
        Path said = temp.resolve("clients");
        String client =
                "echo one >>"
                        + said
                        + "; until [ -e "
                        + goOn
                        + " ]; do sleep 0.01; done; echo no way >&2; exit 255";
        Place host =
                new Ssh(List.of("sh", "-c", client), temp, 1).place("far", "far", Optional.empty());
        try (Posts posts = new Posts();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> open = threads.submit(() -> whyNot(() -> posts.openAhead(host)));
            RunsTestBase.await("a client", () -> Files.exists(said));
            FutureTask<String> taken = new FutureTask<>(() -> whyNot(() -> posts.take(host)));
            Thread second = Thread.ofPlatform().start(taken);
            RunsTestBase.await("who waits", () -> second.getState() == Thread.State.WAITING);
            Files.createFile(goOn);

            assertThat(open.get()).contains("no way");
            assertThat(taken.get()).isEqualTo(open.get());
            // The second look of a refusal counts as a client, too.
            long before = Files.readAllLines(said).size();
            assertThat(whyNot(() -> posts.take(host))).contains("no way");
            assertThat(Files.readAllLines(said)).hasSizeGreaterThan((int) before);
        }
    }

    /** Something that may not reach its place. */
    @FunctionalInterface
    private interface Going {
        void go() throws UnreachableException;
    }

    private static String whyNot(Going going) {
        try {
            going.go();
            return "";
        } catch (UnreachableException e) {
            return e.getMessage();
        }
    }

    @Test
    void ofManyConnectionsThatAreMadeAtOnceAllButTheFirstFourComeAfterThePerson() throws Exception {
        int many = 12;
        Path said = temp.resolve("niceness");
        // What would be ssh says its niceness, and is the shell there.
        String client = "cut -d' ' -f19 /proc/$$/stat >>" + said + "; exec /bin/sh";
        Ssh ssh = new Ssh(List.of("sh", "-c", client), temp, 1);
        try (Posts posts = new Posts();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Post>> taken = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                Place host = ssh.place("h" + i, "h" + i, Optional.empty()).keeping(temp + "/runs");
                taken.add(threads.submit(() -> posts.take(host)));
            }
            for (Future<Post> each : taken) {
                assertThat(each.get().answers()).isTrue();
            }
        }
        String stat = Files.readString(Path.of("/proc/self/stat"));
        int own = Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
        assertThat(Files.readAllLines(said))
                .hasSize(many)
                .filteredOn(it -> Integer.parseInt(it) == Math.min(19, own + 10))
                .hasSizeGreaterThanOrEqualTo(many - 4);
    }
}
