package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.Desk;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogTally;
import dev.warroom.room.Signal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
