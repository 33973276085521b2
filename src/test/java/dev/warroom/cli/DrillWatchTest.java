package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** When a drill's service counts as healthy again. */
class DrillWatchTest {

    @Test
    void whoLeavesAtTheMomentOfTheCureIsTold() throws Exception {
        // When the second look begins, the first has been noted.
        var second = new CountDownLatch(2);
        try (DrillWatch watch =
                DrillWatch.begin(
                        () -> {
                            second.countDown();
                            return true;
                        })) {
            second.await();
            assertThat(watch.healthyAfter()).as("once could be luck").isEmpty();

            assertThat(watch.settled()).isPresent();
        }
    }

    @Test
    void whatIsNotCuredIsToldAtOnce() throws Exception {
        var looks = new AtomicInteger();
        try (DrillWatch watch =
                DrillWatch.begin(
                        () -> {
                            looks.incrementAndGet();
                            return false;
                        })) {
            assertThat(watch.settled()).isEmpty();
            assertThat(looks.get()).isLessThan(3);
        }
    }
}
