package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class LookingBackTest {

    private static final int LENGTH = 20;

    private final Desk desk = Desk.inIncident().type("2");

    private static List<LogLine> lines(int from, int to) {
        List<LogLine> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            LogLevel level = i % 100 == 50 ? LogLevel.ERROR : LogLevel.INFO;
            lines.add(
                    new LogLine(
                            "app", (long) i * LENGTH, LogLine.UNTIMED, level, false, "line " + i));
        }
        return lines;
    }

    private static Stretch stretch(int from, int to) {
        return new Stretch(
                "app", (long) from * LENGTH, (long) to * LENGTH, 10_000L * LENGTH, lines(from, to));
    }

    /** The held lines are the last 100 of 10,000. */
    private LookingBackTest held() {
        desk.signal(new Signal.LogArrived(lines(9_900, 10_000), 0));
        return this;
    }

    private <T extends Effect> T asked(Class<T> kind) {
        return kind.cast(asks().getLast());
    }

    private List<Effect> asks() {
        return desk.logsAsked().stream().filter(it -> !(it instanceof Effect.CountLogs)).toList();
    }

    private Logs logs() {
        return desk.room().logs();
    }

    private String top() {
        int rows = LookingBack.rows(desk.room());
        return logs().inSight().window(logs().fromEnd(), rows).getFirst().text();
    }

    @Test
    void scrollingUpBeyondTheHeldLinesGoesOnInTheFile() {
        held();
        for (int i = 0; i < 20 && asks().isEmpty(); i++) {
            desk.press(Key.Kind.PAGE_UP);
        }
        Effect.ReadLog read = asked(Effect.ReadLog.class);
        assertThat(read.place()).isEqualTo(new LogPlace("app", 9_900L * LENGTH));
        desk.signal(
                new Signal.LogRead(
                        read.ticket(), stretch(9_500, 9_920), read.place().offset(), false));
        assertThat(logs().following()).isFalse();
        int page = Integer.parseInt(top().substring(5));
        assertThat(page).isBetween(9_860, 9_899);
        desk.signal(new Signal.LogArrived(lines(10_000, 10_300), 0));
        assertThat(top()).isEqualTo("line " + page);
        desk.type("G");
        assertThat(logs().following()).isTrue();
        assertThat(logs().meant().orElseThrow().text()).isEqualTo("line 10299");
    }

    @Test
    void whereOneSourceAloneIsShownTheOthersAreNotReadOrSearched() {
        desk.signal(
                new Signal.LogArrived(
                        List.of(
                                new LogLine(
                                        "other", 40, LogLine.UNTIMED, LogLevel.INFO, false, "old")),
                        0));
        held();
        desk.type(":source app").press(Key.Kind.ENTER).type("gg");
        assertThat(asked(Effect.ReadLog.class).place()).isEqualTo(new LogPlace("app", 0));
        desk.type("/nowhere").press(Key.Kind.ENTER);
        assertThat(asked(Effect.SearchLog.class).from())
                .extracting(LogPlace::source)
                .containsExactly("app");
    }

    @Test
    void theBeginningOfTheFileIsOneKeyAwayAndReadOnFromThere() {
        held();
        desk.type("gg");
        Effect.ReadLog read = asked(Effect.ReadLog.class);
        assertThat(read.place().offset()).isZero();
        desk.signal(new Signal.LogRead(read.ticket(), stretch(0, 400), 0, false));
        assertThat(top()).isEqualTo("line 0");
        while (asks().size() == 1) {
            desk.press(Key.Kind.PAGE_DOWN);
        }
        Effect.ReadLog more = asked(Effect.ReadLog.class);
        assertThat(more.place().offset()).isEqualTo(400L * LENGTH);
        String before = top();
        desk.signal(new Signal.LogRead(more.ticket(), stretch(400, 800), 400L * LENGTH, false));
        assertThat(Integer.parseInt(top().substring(5)))
                .isEqualTo(Integer.parseInt(before.substring(5)) + 1);
    }

    @Test
    void aSearchGoesOnThroughTheFileSaysHowFarItIsAndIsStoppedByEscape() {
        held();
        desk.type("/line 17$").press(Key.Kind.ENTER);
        Effect.SearchLog search = asked(Effect.SearchLog.class);
        assertThat(search.from()).containsExactly(new LogPlace("app", 9_900L * LENGTH));
        assertThat(search.newer()).isFalse();
        desk.signal(new Signal.LogSearchWent(search.ticket(), "app", 34, 6_600_000_000L));
        assertThat(desk.room().notice().text())
                .isEqualTo("Searching app: 34 %, 6.6 GB left. Esc stops it.");
        desk.press(Key.Kind.ESCAPE);
        assertThat(asked(Effect.StopLogSearch.class)).isNotNull();
        desk.signal(new Signal.LogRead(search.ticket(), stretch(0, 200), 17L * LENGTH, true));
        assertThat(logs().following()).isTrue();
        desk.type("N");
        Effect.SearchLog again = asked(Effect.SearchLog.class);
        desk.signal(new Signal.LogRead(again.ticket(), stretch(0, 200), 17L * LENGTH, true));
        assertThat(logs().meant().orElseThrow().text()).isEqualTo("line 17");
        desk.type("e");
        assertThat(logs().meant().orElseThrow().text()).isEqualTo("line 50");
        desk.type("ee");
        Effect.SearchLog newer = asked(Effect.SearchLog.class);
        assertThat(newer.newer()).isTrue();
        assertThat(newer.from()).containsExactly(new LogPlace("app", 200L * LENGTH));
        desk.press(Key.Kind.ESCAPE).press(Key.Kind.ESCAPE);
        assertThat(logs().following()).isTrue();
    }

    @Test
    void anOlderTimeThanTheHeldOnesIsLookedForInTheFile() {
        List<LogLine> lines = new ArrayList<>();
        long now = desk.room().now().toEpochMilli();
        for (LogLine line : lines(9_900, 10_000)) {
            lines.add(new LogLine("app", line.offset(), now, LogLevel.INFO, false, line.text()));
        }
        desk.signal(new Signal.LogArrived(lines, 0));
        desk.type(":at 00:00:01").press(Key.Kind.ENTER);
        assertThat(asked(Effect.SearchLog.class).what()).isInstanceOf(LogSought.Time.class);
    }
}
