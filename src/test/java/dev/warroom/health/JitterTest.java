package dev.warroom.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

class JitterTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static List<Duration> first(String name) {
        Jitter jitter = new Jitter(name);
        return Stream.generate(() -> jitter.of(MINUTE)).limit(200).toList();
    }

    @Test
    void anIntervalIsUpToATwentiethLongerOrShorterAndProbesDriftApart() {
        assertThat(first("api"))
                .allSatisfy(
                        it ->
                                assertThat(it)
                                        .isBetween(Duration.ofSeconds(57), Duration.ofSeconds(63)));
        Duration sum = first("api").stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(sum.dividedBy(200)).isCloseTo(MINUTE, Duration.ofSeconds(1));
        assertThat(first("api")).isEqualTo(first("api")).isNotEqualTo(first("database"));
    }
}
