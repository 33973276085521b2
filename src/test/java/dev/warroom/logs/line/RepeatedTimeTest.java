package dev.warroom.logs.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;

class RepeatedTimeTest {

    private static final String[] BEFORE = {"2026-03-12 14:05:0", "2026-03-12T14:05:0"};
    private static final String[] FRACTIONS = {"", ".1", ".12", ",120", ".120345", ".1203456789"};
    private static final String[] ZONES = {"", "Z", "+02:00", " +0100", " -0700", " UTC"};
    private static final String[] BEHIND = {" INFO a", "  x", " -", " ", "", ": y", " GMT+1 z"};

    @Test
    void aLineIsReadAsItWouldBeAlone() {
        Random random = new Random(5);
        LineReader together = reader();
        for (int i = 0; i < 40_000; i++) {
            String line =
                    any(random, BEFORE)
                            + random.nextInt(2)
                            + any(random, FRACTIONS)
                            + any(random, ZONES)
                            + any(random, BEHIND);
            LineReader alone = reader();
            together.read(line);
            alone.read(line);
            assertThat(together.timed()).as(line).isEqualTo(alone.timed());
            assertThat(together.seconds()).as(line).isEqualTo(alone.seconds());
            assertThat(together.nanos()).as(line).isEqualTo(alone.nanos());
            assertThat(together.message()).as(line).isEqualTo(alone.message());
        }
    }

    private static String any(Random random, String[] texts) {
        return texts[random.nextInt(random.nextInt(3) == 0 ? texts.length : 2)];
    }

    private static LineReader reader() {
        return new LineReader(ZoneOffset.UTC, Instant.parse("2026-03-12T15:00:00Z"));
    }
}
