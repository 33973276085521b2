package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.IncidentEvent.PatternSeen;
import dev.warroom.incident.Outcome;
import dev.warroom.incident.Where;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class NoveltyTest {

    private final Desk desk = Desk.inIncident();

    private long begun() {
        return desk.room().incident().facts().getFirst().at().toEpochMilli();
    }

    private LogPattern pattern(String text, LogLevel level, long before, long since) {
        String id = String.format("%08x", text.hashCode());
        return new LogPattern(id, level, "api", "api", text, before, since, begun() + 1);
    }

    private void counted(LogPattern... patterns) {
        LogTally tally = new LogTally(begun(), List.of(patterns), 0, List.of(), 0);
        desk.signal(new Signal.LogsCounted(tally));
    }

    private List<PatternSeen> seen() {
        List<PatternSeen> seen = new ArrayList<>();
        desk.room().incident().facts().stream()
                .map(it -> it.event())
                .filter(PatternSeen.class::isInstance)
                .forEach(it -> seen.add((PatternSeen) it));
        return seen;
    }

    @Test
    void theLogsAreCountedFromTheIncidentsBeginning() {
        assertThat(desk.logsAsked()).contains(new Effect.CountLogs(Instant.ofEpochMilli(begun())));
    }

    @Test
    void whatWarnsAndWasNotThereBeforeGoesToTheTimelineOnce() {
        LogPattern fresh = pattern("no column <*>", LogLevel.ERROR, 0, 3);
        counted(
                fresh,
                pattern("slow <*>", LogLevel.WARNING, 5, 80),
                pattern("started <*>", LogLevel.INFO, 0, 9));
        counted(fresh);
        assertThat(seen())
                .containsExactly(new PatternSeen("api", "error", fresh.id(), "no column <*>"));
    }

    @Test
    void aStormOfNewMessagesDoesNotFillTheTimeline() {
        LogPattern[] many = new LogPattern[200];
        for (int i = 0; i < many.length; i++) {
            many[i] = pattern("broken " + (char) ('A' + i), LogLevel.ERROR, 0, 1);
        }
        counted(many);
        assertThat(seen()).hasSize(Novelty.MOST_TOLD);
    }

    @Test
    void patternsAreListedWithTheirCountsBeforeAndSince() {
        counted(
                pattern("no column <*>", LogLevel.ERROR, 0, 1_412),
                pattern("slow <*>", LogLevel.WARNING, 5, 80));
        desk.type(":patterns").press(Key.Kind.ENTER);
        Question.Reading reading = (Question.Reading) desk.room().question().orElseThrow();
        assertThat(reading.lines().stream().map(Notice::text))
                .containsExactly(
                        "  before   since  level     message",
                        "       0   1,412  error     no column <*>  (api)  NEW",
                        "       5      80  warning   slow <*>  (api)");
    }

    @Test
    void nothingIsCalledNewWhereItIsNotKnownWhatCameBefore() {
        LogPattern unsure =
                new LogPattern(
                        "00000001",
                        LogLevel.ERROR,
                        "app-1:app",
                        "app-1:app",
                        "no column <*>",
                        0,
                        3,
                        begun() + 1,
                        false);
        KnownBefore before =
                new KnownBefore(
                        List.of("app-2:app"),
                        Map.of(
                                "app-1:app",
                                "no connection to app-1",
                                "app-1:db",
                                "no connection to app-1"),
                        Map.of("api", "only the last 64.0 MB, 12 min"),
                        true);
        desk.signal(
                new Signal.LogsCounted(
                        new LogTally(begun(), List.of(unsure), 0, List.of(), 0, before)));
        assertThat(seen()).isEmpty();
        assertThat(desk.room().notice().text())
                .isEqualTo(
                        "What is new cannot be told yet of app-1:app, app-1:db: no connection to"
                                + " app-1 (:patterns)");
        desk.type(":patterns").press(Key.Kind.ENTER);
        Question.Reading reading = (Question.Reading) desk.room().question().orElseThrow();
        assertThat(reading.lines().stream().map(Notice::text))
                .containsExactly(
                        "The hour before is being read in app-2:app",
                        "The hour before could not be read of app-1:app, app-1:db: no connection"
                                + " to app-1",
                        "The hour before was read in part: api: only the last 64.0 MB, 12 min",
                        "  before   since  level     message",
                        "       ?       3  error     no column <*>  (app-1:app)");
    }

    @Test
    void aRunIsFollowedByWhatTheLogsSaidBeforeAndAfterIt() {
        Instant start = Instant.ofEpochMilli(begun() + 600_000);
        List<LogTally.Span> spans = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            spans.add(new LogTally.Span(i < 30 ? 7 : 1, 0, 50));
        }
        long middle = start.toEpochMilli() / 10_000 * 10_000;
        LogPattern fresh = pattern("no column <*>", LogLevel.ERROR, 0, 3);
        desk.signal(
                new Signal.LogsCounted(
                        new LogTally(begun(), List.of(fresh), 0, spans, middle + 300_000)));
        Attempt attempt =
                new Attempt(
                        "run-1",
                        "true",
                        "local",
                        Where.HERE,
                        "",
                        "ana",
                        Instant.ofEpochMilli(middle),
                        Optional.of(Outcome.PASSED),
                        OptionalInt.of(0),
                        OptionalInt.empty(),
                        Optional.of(Duration.ofMillis(1)),
                        0,
                        "");
        assertThat(Aftermath.words(desk.room(), attempt))
                .contains("errors/min 42, then 6; new patterns 1, then 0");
    }
}
