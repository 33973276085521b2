package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.Desk;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogTally;
import dev.warroom.room.Signal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What stands beside the bars of the log lines. */
class LogHistogramTest {

    @ParameterizedTest
    @CsvSource({
        "1, 2, 60, 1 line/s 1 error/min 2 warnings/min",
        "0, 1, 130, 2 lines/s 0 errors/min 1 warning/min",
        "1200, 5000, 90000, '1,500 lines/s 1,200 errors/min 5,000 warnings/min'"
    })
    void itIsCountedAsPeopleDo(int errors, int warnings, int lines, String words) {
        Desk desk = Desk.inIncident().logs(new LogLine("api", LogLevel.ERROR, "the queue is full"));
        long end = desk.room().now().toEpochMilli() / LogTally.SPAN_MILLIS * LogTally.SPAN_MILLIS;
        var span = new LogTally.Span(errors, warnings, lines);
        desk.signal(new Signal.LogsCounted(new LogTally(0, List.of(), 0, List.of(span), end)));

        assertThat(ScreensTest.text(desk)).contains(" " + words);
    }

    @Test
    void aBarIsAsHighAsThereAreLinesAndInTheColourOfTheGravestOfThem() {
        Desk desk = Desk.inIncident().logs(new LogLine("api", LogLevel.ERROR, "the queue is full"));
        long now = desk.room().now().toEpochMilli();
        List<LogTally.Span> spans = new ArrayList<>();
        for (LogTally.Span each :
                List.of(
                        new LogTally.Span(1, 9, 80),
                        new LogTally.Span(0, 1, 40),
                        new LogTally.Span(0, 0, 0),
                        new LogTally.Span(0, 0, 1))) {
            // More than one column has room for.
            for (int i = 0; i < LogTally.MOST_SPANS / 4; i++) {
                spans.add(each);
            }
        }
        long end = now / LogTally.SPAN_MILLIS * LogTally.SPAN_MILLIS;
        desk.signal(new Signal.LogsCounted(new LogTally(0, List.of(), 0, spans, end)));
        Frame frame = ScreensTest.paint(desk, new Look(ZoneOffset.UTC, true));
        List<String> bars = new ArrayList<>();
        for (int row = 0; row < frame.rows(); row++) {
            for (int column = 0; column < frame.columns(); column++) {
                String glyph = frame.glyph(column, row);
                if ("▁▂▃▄▅▆▇█".contains(glyph)) {
                    String bar = glyph + " " + frame.style(column, row).ink();
                    if (bars.isEmpty() || !bars.getLast().equals(bar)) {
                        bars.add(bar);
                    }
                }
            }
        }
        // Where one kind of lines turns into another, a column may hold some of both.
        assertThat(bars).containsSubsequence("█ BAD", "▄ WARNING", "▁ MUTED");
        assertThat(bars.getLast()).isEqualTo("▁ MUTED");
    }
}
