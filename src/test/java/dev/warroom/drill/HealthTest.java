package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthTest {

    @Test
    void aSlowAnswerHidesNothingElse() {
        var health =
                new Health(
                        "1.4.2", 3, new ErrorRate.Count(100, 0, 800), true, false, 95, 300, true);

        assertThat(health.status()).isEqualTo("failing");
        assertThat(health.why())
                .isEqualTo(
                        "answers take too long; the certificate has expired;"
                                + " 300 log lines a second; the memory is almost used up");
    }

    @Test
    void nothingIsWrongWithAHealthyService() {
        var health =
                new Health("1.4.1", 3, new ErrorRate.Count(100, 0, 12), true, false, 20, 0, false);

        assertThat(health.status()).isEqualTo("healthy");
        assertThat(health.why()).isEmpty();
        assertThat(health.reply().status()).isEqualTo(200);
    }
}
