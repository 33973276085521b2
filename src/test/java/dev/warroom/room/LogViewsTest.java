package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Filters with names, and how the logs were looked at before. */
class LogViewsTest {

    private final Desk desk = Desk.ready().keys();

    private Desk command(String line) {
        return desk.type(":" + line).press(Key.Kind.ENTER);
    }

    private void lines() {
        desk.logs(
                new LogLine("app", 0, LogLine.UNTIMED, LogLevel.ERROR, false, "ERROR lost"),
                new LogLine("app", 20, LogLine.UNTIMED, LogLevel.NONE, false, "GET /health 200"),
                new LogLine("app", 40, LogLine.UNTIMED, LogLevel.NONE, false, "WARN slow"),
                new LogLine("app", 60, LogLine.UNTIMED, LogLevel.NONE, false, "GET /jobs 200"));
    }

    private List<String> shown() {
        return desk.room().logs().shown().all().stream().map(LogLine::text).toList();
    }

    private List<String> listed() {
        command("filters");
        Question.Reading reading = (Question.Reading) desk.room().question().orElseThrow();
        desk.press(Key.Kind.ESCAPE);
        return reading.lines().stream().map(Notice::text).toList();
    }

    @Test
    void filtersAreNamedAndPutInForceTogether() {
        lines();
        command("filter ERROR");
        command("keep errors");
        command("filter warn");
        command("hide nothing");
        command("keep warnings");
        command("filter");
        command("hide");
        command("hide /health");
        command("keep quiet");
        command("use errors warnings quiet");

        assertThat(shown()).containsExactly("ERROR lost", "WARN slow");
        command("use");
        assertThat(shown()).hasSize(4);
        command("use nobody");
        assertThat(desk.room().notice().text()).contains("No filter is called \"nobody\"", "quiet");
    }

    @Test
    void eachFilterTellsHowManyLinesItHides() {
        lines();
        command("hide /health");
        command("keep quiet");
        command("filter GET");

        assertThat(listed())
                .containsExactly(
                        "hides       3  in force: /GET/ -//health/",
                        "hides       2    /GET/",
                        "hides       1    -//health/",
                        "hides       1  quiet: -//health/");
        assertThat(desk.room().logs().hidden()).isEqualTo(3);
    }

    @Test
    void whatIsInForceAndThePlaceSurviveReopening() {
        lines();
        command("hide /health");
        command("keep quiet");
        command("fold");
        for (int i = 0; i < 100; i++) {
            desk.logs(new LogLine("app", 100 + i, LogLine.UNTIMED, LogLevel.NONE, false, "x" + i));
        }
        desk.type("2kk");
        LogView kept = desk.keptView();
        assertThat(kept.filters().out()).containsExactly("/health");
        assertThat(kept.place()).isPresent();

        Desk again = Desk.ready().signal(new Signal.LogViewRead(kept));
        assertThat(LogView.of(again.room().logs())).isEqualTo(kept);
        assertThat(again.logsAsked()).isEmpty();
        again.signal(
                new Signal.LogSourceChanged(
                        new LogSource("logs/app.log", LogSource.State.FOLLOWING, "", "app")));
        Effect.ReadLog asked = (Effect.ReadLog) again.logsAsked().getLast();
        assertThat(asked.place()).isEqualTo(kept.place().orElseThrow());
    }

    @Test
    void aKeptFilterThatCannotBeUsedIsSaidAndTheOthersStay() {
        LogView.Filters broken = new LogView.Filters("(", List.of(), "");
        LogView.Filters fine = new LogView.Filters("a", List.of(), "");
        desk.signal(
                new Signal.LogViewRead(
                        new LogView(
                                fine,
                                Map.of("bad", broken, "good", fine),
                                true,
                                true,
                                Optional.empty())));
        assertThat(desk.room().notice().text()).contains("bad");
        assertThat(desk.room().logs().look().named()).containsOnlyKeys("good");
        assertThat(desk.room().logs().look().wrapped()).isTrue();
    }
}
