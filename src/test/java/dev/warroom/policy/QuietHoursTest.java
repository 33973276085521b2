package dev.warroom.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

class QuietHoursTest {

    /** 2026-03-01 is a Sunday. */
    @ParameterizedTest
    @CsvSource({
        "02:00, 04:00, UTC, 2026-03-01T01:59:59Z, false",
        "02:00, 04:00, UTC, 2026-03-01T02:00:00Z, true",
        "02:00, 04:00, UTC, 2026-03-01T03:59:59Z, true",
        "02:00, 04:00, UTC, 2026-03-01T04:00:00Z, false",
        "02:00, 04:00, UTC, 2026-03-02T03:00:00Z, false",
        "23:00, 01:00, UTC, 2026-03-01T23:30:00Z, true",
        "23:00, 01:00, UTC, 2026-03-02T00:30:00Z, true",
        "23:00, 01:00, UTC, 2026-03-01T00:30:00Z, false",
        "02:00, 04:00, Europe/Berlin, 2026-03-01T01:30:00Z, true",
        "02:00, 04:00, Europe/Berlin, 2026-03-01T03:30:00Z, false",
        // The night the clocks go forward there is no half past two; half past three is quiet.
        "02:00, 04:00, Europe/Berlin, 2026-03-29T01:30:00Z, true",
    })
    void areThoseOfTheirDaysAndTheirZone(
            LocalTime from, LocalTime until, String zone, Instant at, boolean quiet) {
        QuietHours sundays = new QuietHours(Set.of(DayOfWeek.SUNDAY), from, until, ZoneId.of(zone));

        assertThat(sundays.include(at)).isEqualTo(quiet);
    }
}
