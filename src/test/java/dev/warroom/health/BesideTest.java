package dev.warroom.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;

class BesideTest {

    private static final Duration LONG = Await.LIMIT;
    private static final Duration SHORT = Duration.ofMillis(20);

    private final ExecutorService threads = Beside.threads();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void looksOneAfterTheOtherShareAThread() throws Exception {
        Set<Thread> seen = new HashSet<>();
        // One is free again a moment after it has answered, which may be too late for the next
        // look.
        Await.until(
                "a look by a thread that has looked before",
                () -> !seen.add(new Beside(threads).call(LONG, Thread::currentThread)));
    }

    @Test
    void oneThatHangsHoldsUpItsOwnProbeOnly() throws Exception {
        Beside hanging = new Beside(threads);
        CountDownLatch go = new CountDownLatch(1);
        assertThatThrownBy(() -> hanging.call(SHORT, () -> deaf(go)))
                .isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> hanging.call(SHORT, () -> "soon"))
                .isInstanceOf(TimeoutException.class);
        assertThat(new Beside(threads).call(LONG, () -> "at once")).isEqualTo("at once");
        go.countDown();
        assertThat(hanging.call(LONG, () -> "again")).isEqualTo("again");
    }

    /** As a file system that hangs: what interrupts it is not heard. */
    private static String deaf(CountDownLatch go) {
        while (true) {
            try {
                go.await();
                return "late";
            } catch (InterruptedException e) {
                // Once more.
                continue;
            }
        }
    }
}
