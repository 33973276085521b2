package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class LogFoldsTest {

    private static LogLine line(String text) {
        return new LogLine("app", 0, LogLine.UNTIMED, LogLevel.NONE, text.startsWith(" "), text);
    }

    private static LogFolds folds(String... texts) {
        List<LogLine> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(line(text));
        }
        return new LogFolds(LineBuffer.<LogLine>of(100).plus(lines));
    }

    private static List<String> rows(LogFolds folds, int fromEnd, int most, int open) {
        return folds.above(fromEnd, most, open).stream()
                .map(it -> it.line().text() + (it.folded() > 0 ? "+" + it.folded() : ""))
                .toList()
                .reversed();
    }

    @Test
    void aTraceTakesTheRowOfItsFirstLineAndSaysHowManyFollow() {
        LogFolds folds = folds("one", "two", " at X", " at Y", "three");
        assertThat(rows(folds, 0, 10, -1)).containsExactly("one", "two+2", "three");
        assertThat(rows(folds, 0, 2, -1)).containsExactly("two+2", "three");
    }

    @Test
    void theLineThatWasJumpedToIsDrawnWithinItsTrace() {
        assertThat(rows(folds("two", " at X", " at Y", "three"), 0, 10, 1))
                .containsExactly("two+1", " at Y", "three");
    }

    @Test
    void movingGoesByRowsAndNotByLines() {
        LogFolds folds = folds("one", "two", " at X", " at Y", "three");
        assertThat(folds.up(0, 1)).isEqualTo(1);
        assertThat(folds.up(1, 1)).isEqualTo(4);
        assertThat(folds.up(0, 9)).isEqualTo(4);
        assertThat(folds.down(4, 1)).isEqualTo(1);
        assertThat(folds.down(1, 1)).isZero();
        assertThat(folds.top(2)).isEqualTo(1);
        assertThat(folds.top(9)).isZero();
    }

    @Test
    void aFilterForSingleLinesUnfoldsAndFoldCommandDoesToo() {
        Desk desk = Desk.ready().keys().logs(line("two"), line(" at X"));
        assertThat(desk.room().logs().folded()).isTrue();
        desk.type("f").type("at").press(Key.Kind.ENTER);
        assertThat(desk.room().logs().folded()).isFalse();
        desk.type("f").press(Key.control('u')).press(Key.Kind.ENTER);
        desk.type(":fold").press(Key.Kind.ENTER);
        assertThat(desk.room().logs().folded()).isFalse();
    }

    @Test
    void scrollingPassesATraceInOneStep() {
        Desk desk = Desk.ready().keys();
        List<LogLine> lines = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lines.add(line("event " + i));
            lines.add(line(" at X"));
            lines.add(line(" at Y"));
        }
        desk.signal(new Signal.LogArrived(lines, 0)).type("2kk");
        assertThat(desk.room().logs().fromEnd()).isEqualTo(6);
        desk.type("j");
        assertThat(desk.room().logs().fromEnd()).isEqualTo(3);
        desk.type("j");
        assertThat(desk.room().logs().following()).isTrue();
    }
}
