package dev.warroom.share;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final long SECOND = 1_000_000_000L;

    private final Allowance allowance = new Allowance(3, 2, 0);

    private int taken(long now) {
        int taken = 0;
        while (allowance.take(now)) {
            taken++;
        }
        return taken;
    }

    @Test
    void someAtOnceAndThenSoManyASecondAndNeverMoreThanAtOnce() {
        assertThat(taken(0)).isEqualTo(3);
        assertThat(taken(SECOND / 4)).isZero();
        assertThat(taken(SECOND)).isEqualTo(2);
        assertThat(taken(100 * SECOND)).isEqualTo(3);
    }
}
