package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class ErrorRateTest {

    private static final Instant START = Instant.parse("2026-01-31T02:00:00Z");

    @Test
    void failuresLeaveTheWindowAfterTenSeconds() {
        var rate = new ErrorRate();
        rate.add(START, true, Duration.ofMillis(30));
        rate.add(START.plusSeconds(1), false, Duration.ofMillis(10));

        assertThat(rate.count(START.plusSeconds(9)).percent()).isEqualTo(50);
        assertThat(rate.count(START.plusSeconds(10))).isEqualTo(new ErrorRate.Count(1, 0, 10));
        assertThat(rate.count(START.plusSeconds(11))).isEqualTo(new ErrorRate.Count(0, 0, 0));
    }

    @Test
    void noRequestsAreNoFailures() {
        assertThat(new ErrorRate().count(START).percent()).isZero();
    }

    @Property(seed = "858940987")
    void theCountIsThatOfTheLastTenSeconds(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 40) Integer> seconds) {
        var rate = new ErrorRate();
        List<Integer> inOrder = seconds.stream().sorted().toList();
        inOrder.forEach(
                second -> rate.add(START.plusSeconds(second), second % 3 == 0, Duration.ZERO));
        int now = inOrder.isEmpty() ? 0 : inOrder.getLast();
        List<Integer> within = inOrder.stream().filter(second -> second > now - 10).toList();

        assertThat(rate.count(START.plusSeconds(now)))
                .isEqualTo(
                        new ErrorRate.Count(
                                within.size(),
                                (int) within.stream().filter(second -> second % 3 == 0).count(),
                                0));
    }
}
