package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

class TimesTest {

    private static final Instant EVENING = Instant.parse("2026-11-30T23:50:00Z");
    private static final Instant NIGHT = Instant.parse("2026-12-01T00:30:00Z");

    @Test
    void whatIsDueOnAnotherDayOfThePersonHasItsDate() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        assertThat(Times.withUtc(NIGHT, EVENING, ZoneOffset.UTC)).isEqualTo("2026-12-01 00:30 UTC");
        assertThat(Times.withUtc(NIGHT, EVENING, berlin)).isEqualTo("01:30 CET (00:30 UTC)");
        assertThat(Times.withUtc(EVENING, EVENING.minusSeconds(7_200), berlin))
                .isEqualTo("2026-12-01 00:50 CET (23:50 UTC)");
    }
}
