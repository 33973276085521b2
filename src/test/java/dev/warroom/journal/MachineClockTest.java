package dev.warroom.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.journal.MachineClock.Started;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

class MachineClockTest {

    private static final Instant BOOTED = Instant.parse("2026-11-01T00:00:00Z");

    private static Started started(long earliest, long latest) {
        return new Started("b", BOOTED.plusMillis(earliest), BOOTED.plusMillis(latest));
    }

    @Test
    void whoWasKeptWaitingWhileReadingSeesNoChangeInIt() {
        assertThat(started(-9_000, 0).since(started(0, 40))).isZero();
        assertThat(started(20, 30).since(started(-60_000, 40))).isZero();
    }

    @Test
    void howFarTheClockWasSetIsFromTheMiddleOfOneReadingToThatOfTheOther() {
        assertThat(started(5_000, 5_010).since(started(0, 40))).isEqualTo(Duration.ofMillis(4_985));
        assertThat(started(-5_000, -4_990).since(started(0, 40)))
                .isEqualTo(Duration.ofMillis(-5_015));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisMachineSaysTheSameAgainUnlessItsClockIsSet() {
        Started before = MachineClock.linux(Clock.systemUTC()).started().orElseThrow();
        Started ahead =
                MachineClock.linux(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)))
                        .started()
                        .orElseThrow();

        assertThat(before.earliest()).isBefore(Instant.now());
        assertThat(ahead.boot()).isEqualTo(before.boot());
        assertThat(MachineClock.linux(Clock.systemUTC()).started().orElseThrow().since(before))
                .isBetween(Duration.ofMillis(-100), Duration.ofMillis(100));
        assertThat(ahead.since(before).minusHours(1).abs()).isLessThan(Duration.ofSeconds(2));
    }
}
