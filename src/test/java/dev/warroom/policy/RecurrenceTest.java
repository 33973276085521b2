package dev.warroom.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

class RecurrenceTest {

    private static final LocalTime TWO = LocalTime.of(2, 0);

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    @Test
    void theSecondSundayOfTheMonthIsFound() {
        Recurrence monthly = Recurrence.of("FREQ=MONTHLY;BYDAY=2SU", TWO, ZoneOffset.UTC);
        assertThat(monthly.next(at("2026-03-01T00:00:00Z"), 3))
                .containsExactly(
                        at("2026-03-08T02:00:00Z"),
                        at("2026-04-12T02:00:00Z"),
                        at("2026-05-10T02:00:00Z"));
    }

    @Test
    void theMomentOfABeginningStillCountsAndTheNextDoesNot() {
        Recurrence monthly = Recurrence.of("FREQ=MONTHLY;BYDAY=2SU", TWO, ZoneOffset.UTC);
        assertThat(monthly.next(at("2026-03-08T02:00:00Z"), 1))
                .containsExactly(at("2026-03-08T02:00:00Z"));
        assertThat(monthly.next(at("2026-03-08T02:00:01Z"), 1))
                .containsExactly(at("2026-04-12T02:00:00Z"));
    }

    @Test
    void theTimeOfDayIsThatOfTheZoneAlsoWhenItsClocksChange() {
        Recurrence daily =
                Recurrence.of("FREQ=DAILY", LocalTime.of(2, 30), ZoneId.of("Europe/Berlin"));
        // On 29 March 2026 there is no 02:30 in Berlin, and on 25 October there are two.
        assertThat(daily.next(at("2026-03-28T00:00:00Z"), 3))
                .containsExactly(
                        at("2026-03-28T01:30:00Z"),
                        at("2026-03-29T01:30:00Z"),
                        at("2026-03-30T00:30:00Z"));
        assertThat(daily.next(at("2026-10-25T00:00:00Z"), 2))
                .containsExactly(at("2026-10-25T00:30:00Z"), at("2026-10-26T01:30:00Z"));
    }

    @Test
    void aZoneFarFromUtcLosesNoDay() {
        Recurrence daily = Recurrence.of("FREQ=DAILY", TWO, ZoneId.of("Pacific/Kiritimati"));
        assertThat(daily.next(at("2026-03-01T00:00:00Z"), 2))
                .containsExactly(at("2026-03-01T12:00:00Z"), at("2026-03-02T12:00:00Z"));
    }

    @Test
    void everySecondWeekKeepsStepOverTheEndOfAYear() {
        Recurrence weeks = Recurrence.of("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", TWO, ZoneOffset.UTC);
        Instant one = weeks.next(at("2026-12-20T00:00:00Z"), 1).getFirst();
        assertThat(weeks.next(at("2027-01-02T00:00:00Z"), 1).getFirst())
                .isEqualTo(one.plusSeconds(14 * 86_400));
    }

    @Test
    void aRuleThatEndsHasNoMore() {
        Recurrence once = Recurrence.of("FREQ=DAILY;UNTIL=20260302T020000", TWO, ZoneOffset.UTC);
        assertThat(once.next(at("2026-03-02T00:00:00Z"), 5))
                .containsExactly(at("2026-03-02T02:00:00Z"));
        assertThat(once.next(at("2026-03-03T00:00:00Z"), 5)).isEmpty();
    }

    @Test
    void whatIsNoRuleSaysWhy() {
        assertThat(Recurrence.whyNot("FREQ=MONTHLY;BYDAY=2SU")).isEmpty();
        assertThat(Recurrence.whyNot("every second Sunday")).isPresent();
        assertThat(Recurrence.whyNot("FREQ=SOMETIMES")).isPresent();
    }
}
