package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How many processes of ssh a host takes on this machine, and what their ends mean to others. */
@EnabledIf("dev.warroom.execution.Sshd#installed")
@ExtendWith(SshdExtension.class)
class SshConnectionsTest {

    private final Sshd sshd;

    SshConnectionsTest(Sshd sshd) {
        this.sshd = sshd;
    }

    /** The processes of ssh that this program keeps for a host. */
    private long processes(String host) {
        return ProcessHandle.current()
                .descendants()
                .map(it -> it.info().commandLine().orElse(""))
                .filter(
                        it ->
                                it.contains(sshd.folder() + "/config")
                                        && it.contains(" -- " + host + " "))
                .count();
    }

    @Test
    void aStepOnManyHostsTakesOneForEach() throws Exception {
        List<String> hosts = List.of("app-1", "app-2", "app-3");
        CountDownLatch passed = new CountDownLatch(hosts.size());
        RunListener listener =
                (run, end) -> {
                    if (end.outcome() == Outcome.PASSED) {
                        passed.countDown();
                    }
                };
        try (Runs runs = new Runs(listener)) {
            hosts.forEach(it -> runs.start("INC-" + it, sshd.place(it), Order.of("true", "/")));

            assertThat(passed.await(Await.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as("all have passed")
                    .isTrue();
            for (String host : hosts) {
                assertThat(processes(host)).as(host).isEqualTo(1);
            }
        }
    }

    @Test
    void aStepTakesTheConnectionThatWasMadeWhileItsPreviewWasRead() throws Exception {
        Place place = sshd.place("app-5");
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch passed = new CountDownLatch(1);
        try (Runs runs = new Runs((run, end) -> passed.countDown())) {
            runs.reach(
                    List.of(place),
                    1,
                    (host, trouble) -> {
                        if (trouble.isEmpty()) {
                            reached.countDown();
                        }
                    });
            assertThat(reached.await(Await.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as("it is reached")
                    .isTrue();
            assertThat(processes("app-5")).isEqualTo(1);

            runs.start("INC-app-5", place, Order.of("true", "/"));
            assertThat(passed.await(Await.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as("it has passed")
                    .isTrue();
            assertThat(processes("app-5")).isEqualTo(1);
        }
    }

    @Test
    void aShellThatIsNotNeededAnyMoreLeavesTheOthersTheConnectionThatItWas() throws Exception {
        Place place = sshd.place("app-4");
        try (Posts posts = new Posts()) {
            Post connection = posts.take(place);
            Post other = posts.take(place);
            assertThat(processes("app-4")).isEqualTo(2);

            connection.leave();
            assertThat(other.answers()).isTrue();
            Post another = posts.take(place);
            assertThat(another.answers()).isTrue();
            // Those of the other test may take a moment to end.
            RunsTestBase.await("no other connection", () -> sshd.connections() == 1);

            other.leave();
            another.leave();
            RunsTestBase.await("the end of the connection", () -> processes("app-4") == 0);
        }
    }
}
