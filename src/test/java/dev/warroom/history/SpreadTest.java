package dev.warroom.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

class SpreadTest {

    private static Spread of(long... micros) {
        Spread spread = Spread.NONE;
        for (long each : micros) {
            spread = spread.plus(Spread.of(Duration.ofNanos(each * 1_000)));
        }
        return spread;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 0.95, 0.99, 1})
    void aQuantileIsNeverTooLowAndLessThanAFortiethPartTooHigh(double share) {
        SplittableRandom random = new SplittableRandom(42);
        List<Long> all = new ArrayList<>();
        Spread spread = Spread.NONE;
        for (int i = 0; i < 5_000; i++) {
            long micros = (long) Math.exp(random.nextDouble() * 16);
            all.add(micros);
            spread = spread.plus(of(micros));
        }
        all.sort(Long::compare);
        long exact = all.get((int) Math.ceil(share * all.size()) - 1);
        long found = spread.within(share).toNanos() / 1_000;
        assertThat(found).isBetween(exact, (long) Math.ceil(exact * 1.045) + 1);
    }

    @Test
    void ofOneAnswerAllQuantilesAreThatAnswer() {
        assertThat(of(480_000).within(0.5)).isEqualTo(Duration.ofMillis(480));
        assertThat(of(480_000).within(1)).isEqualTo(Duration.ofMillis(480));
        assertThat(of(480_000).mean()).isEqualTo(Duration.ofMillis(480));
    }

    @Test
    void withoutAnswersEveryTimeIsZero() {
        assertThat(Spread.NONE.within(0.99)).isZero();
        assertThat(Spread.NONE.mean()).isZero();
    }

    @Test
    void anEndOfAClassBelongsToTheClassThatItEnds() {
        assertThat(Spread.classOf(0)).isZero();
        assertThat(Spread.classOf(1)).isZero();
        assertThat(Spread.classOf(2)).isEqualTo(16);
        assertThat(Spread.classOf(1 << 20)).isEqualTo(320);
        assertThat(Spread.classOf((1 << 20) + 1)).isEqualTo(321);
        assertThat(Spread.classOf(Long.MAX_VALUE)).isLessThanOrEqualTo(Spread.LAST_CLASS);
    }

    @Test
    void aShareOfNothingIsWrongUse() {
        assertThatThrownBy(() -> of(1).within(0)).hasMessageContaining("share 0.0 must be > 0");
    }
}
