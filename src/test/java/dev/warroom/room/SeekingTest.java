package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.NoteAdded;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

class SeekingTest {

    private final Desk desk = Desk.inIncident().type("2");

    /** A line a second, an error each ten, a warning each five, a frame of a stack behind each. */
    private void arrive(int count) {
        long begin = desk.room().now().toEpochMilli() - count * 1_000L;
        List<LogLine> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LogLevel level =
                    i % 10 == 0 ? LogLevel.ERROR : i % 5 == 0 ? LogLevel.WARNING : LogLevel.INFO;
            lines.add(new LogLine("app", i * 20L, begin + i * 1_000L, level, false, "line " + i));
            if (level == LogLevel.ERROR) {
                lines.add(new LogLine("app", -1, LogLine.UNTIMED, level, true, "\tat X" + i));
            }
        }
        desk.signal(new Signal.LogArrived(lines, 0));
    }

    private String meant() {
        return desk.room().logs().meant().orElseThrow().text();
    }

    @Test
    void errorsAndWarningsAreJumpedToUpAndDown() {
        arrive(100);
        desk.type("E");
        assertThat(meant()).isEqualTo("line 90");
        desk.type("E");
        assertThat(meant()).isEqualTo("line 80");
        desk.type("W");
        assertThat(meant()).isEqualTo("line 75");
        desk.type("w");
        assertThat(meant()).isEqualTo("line 80");
        desk.type("we");
        assertThat(meant()).isEqualTo("line 90");
        desk.type("e");
        assertThat(meant()).isEqualTo("line 90");
        assertThat(desk.room().notice().text()).startsWith("No newer error among the 110 lines");
    }

    @Test
    void theLineThatWasJumpedToStaysInSightWhateverArrives() {
        arrive(100);
        desk.type("E");
        arrive(50);
        assertThat(meant()).isEqualTo("line 90");
        Logs logs = desk.room().logs();
        assertThat(logs.cursor()).isGreaterThanOrEqualTo(logs.fromEnd());
        desk.type("G");
        assertThat(desk.room().logs().cursor()).isEqualTo(Logs.NOWHERE);
        assertThat(meant()).isEqualTo("line 49");
    }

    @Test
    void aSearchGoesUpwardsAndOnInBothDirections() {
        arrive(100);
        desk.type("/ne .3").press(Key.Kind.ENTER);
        assertThat(meant()).isEqualTo("line 93");
        desk.type("N");
        assertThat(meant()).isEqualTo("line 83");
        desk.type("n");
        assertThat(meant()).isEqualTo("line 93");
        desk.type("/(").press(Key.Kind.ENTER);
        assertThat(desk.room().notice().text()).contains("is not a regular expression");
        desk.type("/nothing").press(Key.Kind.ENTER);
        assertThat(desk.room().notice().text()).startsWith("No older line with /nothing/ among");
    }

    @Test
    void aBlankAtTheEndOfAnExpressionCounts() {
        desk.logs(
                new LogLine("app", LogLevel.INFO, "took 5 ms"),
                new LogLine("app", LogLevel.INFO, "took 50 ms"));
        desk.type("/took 5 ").press(Key.Kind.ENTER);
        assertThat(meant()).isEqualTo("took 5 ms");
        desk.type("Ftook 5 ").press(Key.Kind.ENTER);
        assertThat(desk.room().logs().hidden()).isEqualTo(1);
        desk.type("F ").press(Key.Kind.ENTER);
        assertThat(desk.room().logs().hidden()).isZero();
        desk.type("ftook 5 ").press(Key.Kind.ENTER);
        assertThat(desk.room().logs().shown().all())
                .extracting(LogLine::text)
                .containsExactly("took 5 ms");
    }

    @Test
    void filtersInAndOutAreCombinedAndCounted() {
        arrive(100);
        desk.type("fline").press(Key.Kind.ENTER);
        desk.type("Fline .$").press(Key.Kind.ENTER);
        desk.type("F[5-9]$").press(Key.Kind.ENTER);
        Logs logs = desk.room().logs();
        assertThat(logs.shown().size()).isEqualTo(45);
        assertThat(logs.hidden()).isEqualTo(65);
        assertThat(logs.filters().words()).isEqualTo("/line/ -/line .$/ -/[5-9]$/");
        desk.type("F").press(Key.Kind.ENTER);
        assertThat(desk.room().logs().shown().size()).isEqualTo(100);
    }

    @Test
    void aTimeIsGoneTo() {
        arrive(600);
        var time = desk.room().now().atZone(ZoneId.systemDefault()).minusSeconds(300).toLocalTime();
        desk.type(":at " + time.withNano(0)).press(Key.Kind.ENTER);
        assertThat(meant()).isEqualTo("line 300");
        desk.type(":at noon").press(Key.Kind.ENTER);
        assertThat(desk.room().notice().text()).contains("\"noon\" is not a time");
    }

    @Test
    void theIncidentsStartIsGoneTo() {
        Instant begun = desk.room().incident().facts().getFirst().at();
        for (int i = -300; i < 300; i++) {
            long at = begun.plusSeconds(i).toEpochMilli();
            desk.logs(new LogLine("app", i + 300, at, LogLevel.INFO, false, "line " + i));
        }
        desk.type(":at start").press(Key.Kind.ENTER);
        assertThat(meant()).isEqualTo("line 0");
    }

    @Test
    void aLineIsPinnedWithItsPlaceAndHash() {
        arrive(100);
        desk.type("Ep");
        NoteAdded note = (NoteAdded) desk.room().incident().facts().getLast().event();
        assertThat(note.text()).matches("log app at byte 1800 \\(sha256 [0-9a-f]{12}\\): line 90");
    }

    @Test
    void anEventIsShownWholeWithItsJsonLaidOut() {
        desk.signal(
                new Signal.LogArrived(
                        List.of(
                                new LogLine(
                                        "api", LogLevel.ERROR, "lost {\"a\":[1,\"x,{\"],\"b\":{}}"),
                                new LogLine("api", -1, 0, LogLevel.ERROR, true, "\tat Y"),
                                new LogLine("api", LogLevel.INFO, "next")),
                        0));
        desk.type("E").press(Key.Kind.ENTER);
        Question.Reading reading = (Question.Reading) desk.room().question().orElseThrow();
        assertThat(reading.lines().stream().map(Notice::text))
                .containsExactly(
                        "lost {\"a\":[1,\"x,{\"],\"b\":{}}",
                        "\tat Y",
                        "",
                        "{",
                        "  \"a\": [",
                        "    1,",
                        "    \"x,{\"",
                        "  ],",
                        "  \"b\": {",
                        "  }",
                        "}");
    }
}
