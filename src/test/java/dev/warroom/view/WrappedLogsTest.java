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

class WrappedLogsTest {

    @Test
    void aPaneOfBrokenLinesIsFullWhereTheLineThatWasJumpedToIsItsUppermost() {
        Desk desk = Desk.ready(80, 24).keys().type("2");
        List<LogLine> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            LogLevel level = i == 1 ? LogLevel.ERROR : LogLevel.INFO;
            lines.add(new LogLine("app", level, "line " + i + " " + "x".repeat(80)));
        }
        desk.signal(new Signal.LogArrived(lines, 0)).type("E:wrap").press(Key.Kind.ENTER);

        String picture = ScreensTest.text(desk);

        assertThat(picture).contains("line 1 ", "line 2 ", "line 6 ");
    }
}
