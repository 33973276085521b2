package dev.warroom.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogRate;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.Map;

class SourceMeterTest {

    private final SourceMeter meter = new SourceMeter();

    private static List<LogLine> lines(String source, long at, int count) {
        LogLine line = new LogLine(source, 0, at, LogLevel.NONE, false, "x");
        return Collections.nCopies(count, line);
    }

    @Test
    void ratesAreThoseOfTheTimeBetweenTwoMeasurements() {
        meter.add(lines("a", 500, 1_000), false, 900);
        assertThat(meter.rates(1_000)).containsEntry("a", new LogRate(1_000, 0, -1, 900, 1_000, 0));

        meter.add(lines("a", 2_700, 50), true, 2_900);
        meter.dropped(lines("a", 2_700, 1).getFirst());
        assertThat(meter.rates(3_000))
                .isEqualTo(Map.of("a", new LogRate(3_000, 25, 200, 2_900, 1_050, 1)));
        assertThat(meter.rates(4_000).get("a").perSecond()).isZero();
    }

    @Test
    void moreSourcesThanTheLimitAreNotMeasured() {
        for (int i = 0; i < SourceMeter.MOST_SOURCES + 5; i++) {
            meter.add(lines("s" + i, 0, 1), true, 1);
        }
        assertThat(meter.rates(2)).hasSize(SourceMeter.MOST_SOURCES);
    }
}
