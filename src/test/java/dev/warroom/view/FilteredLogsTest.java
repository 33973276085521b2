package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.Desk;
import dev.warroom.room.Key;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.Signal;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class FilteredLogsTest {

    private static final String FURTHER = "PgUp looks for older ones in the files.";

    private static String filtered(long firstOffset, String filter) {
        List<LogLine> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add(
                    new LogLine(
                            "app",
                            firstOffset + 10 * i,
                            LogLine.UNTIMED,
                            LogLevel.INFO,
                            false,
                            "line " + i));
        }
        Desk desk = Desk.ready(80, 24).keys().type("2").signal(new Signal.LogArrived(lines, 0));
        desk.type("f" + filter).press(Key.Kind.ENTER);
        return ScreensTest.text(desk);
    }

    @Test
    void whereFewLinesFitItSaysHowOlderOnesAreFound() {
        assertThat(filtered(5_000, "line 7")).contains("line 7 ", FURTHER);
        assertThat(filtered(5_000, "nothing")).contains("Every line is hidden", FURTHER);
    }

    @Test
    void whereAllLinesAreThereOrThePaneIsFullItDoesNot() {
        assertThat(filtered(0, "line 7")).contains("line 7 ").doesNotContain(FURTHER);
        assertThat(filtered(5_000, "line")).contains("line 39 ").doesNotContain(FURTHER);
    }
}
