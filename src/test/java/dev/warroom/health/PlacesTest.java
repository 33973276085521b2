package dev.warroom.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.Reading;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class PlacesTest {

    private static final Reading READING =
            new Reading("x", Reading.Health.OK, Instant.EPOCH, Duration.ZERO, "");

    private final Places places = new Places();
    private final BlockingQueue<Long> begun = new LinkedBlockingQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void onlySoManyLooksBeginInAMomentAndSlowOnesGiveTheirPlaceBack() throws Exception {
        long start = System.nanoTime();
        List<Thread> looks = new ArrayList<>();
        for (int i = 0; i < Places.AT_A_TIME + 4; i++) {
            looks.add(Thread.startVirtualThread(this::look));
        }
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            Long time = begun.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(time).as("look %d of those that never end begins", i).isNotNull();
            times.add(time);
        }
        times.sort(Long::compare);
        assertThat(Duration.ofNanos(times.get(Places.AT_A_TIME) - start))
                .isGreaterThanOrEqualTo(Places.MOMENT);
        end.countDown();
        for (Thread look : looks) {
            look.join();
        }
    }

    private void look() {
        try {
            places.taking(
                    () -> {
                        begun.add(System.nanoTime());
                        end.await();
                        return READING;
                    });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
