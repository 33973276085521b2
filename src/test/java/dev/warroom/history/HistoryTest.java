package dev.warroom.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class HistoryTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Slot> lines = new ArrayList<>();

    private HistoryTest minute(int at, long ok, long critical) {
        lines.add(
                Slot.empty("api", NOON.plus(Duration.ofMinutes(at)), Slot.MINUTE)
                        .watched(Tally.Kind.OK, ok * 1_000)
                        .watched(Tally.Kind.CRITICAL, critical * 1_000));
        return this;
    }

    private History history() {
        return History.of(lines, 0);
    }

    @Test
    void linesOfTheSameMinuteAreAddedUp() {
        minute(1, 10, 0).minute(0, 60, 0).minute(1, 20, 30);
        assertThat(history().slots()).hasSize(2);
        assertThat(history().of("api").getLast().time())
                .isEqualTo(new Tally(30_000, 0, 30_000, 0, 0));
    }

    @Test
    void byTheHourNothingIsLost() {
        minute(-1, 60, 0).minute(0, 60, 0).minute(59, 0, 60);
        History hours = history().hourly();
        assertThat(hours.slots())
                .extracting(Slot::from)
                .containsExactly(NOON.minus(Slot.HOUR), NOON);
        assertThat(hours.slots().getLast().length()).isEqualTo(Slot.HOUR);
        assertThat(hours.whole("api").orElseThrow().time())
                .isEqualTo(new Tally(120_000, 0, 60_000, 0, 0));
        assertThat(hours.hourly()).isEqualTo(hours);
    }

    @Test
    void whatHasBeenCriticalSinceIsFoundToItsBeginning() {
        minute(0, 60, 0).minute(1, 45, 15).minute(2, 0, 60).minute(3, 0, 60);
        assertThat(history().criticalSince("api", NOON.plus(Duration.ofMinutes(4))))
                .contains(NOON.plusSeconds(105));
    }

    @Test
    void aShortBreakInWhichNobodyWatchedIsNoneAndALongOneIs() {
        minute(0, 0, 60).minute(3, 0, 60);
        assertThat(history().criticalSince("api", NOON.plus(Duration.ofMinutes(5)))).contains(NOON);
        lines.clear();
        minute(0, 0, 60).minute(5, 0, 60);
        assertThat(history().criticalSince("api", NOON.plus(Duration.ofMinutes(6))))
                .contains(NOON.plus(Duration.ofMinutes(5)));
        assertThat(history().criticalSince("api", NOON.plus(Duration.ofMinutes(30)))).isEmpty();
    }

    @Test
    void whatIsWellIsNotCriticalSince() {
        minute(0, 0, 60).minute(1, 60, 0);
        assertThat(history().criticalSince("api", NOON.plus(Duration.ofMinutes(2)))).isEmpty();
        assertThat(history().criticalSince("db", NOON)).isEmpty();
    }
}
