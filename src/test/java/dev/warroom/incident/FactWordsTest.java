package dev.warroom.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

class FactWordsTest {

    @Test
    void howStepsRunHasItsWords() {
        List<Fact> facts = EveryEvent.facts(EveryStepEvent.events());
        assertThat(facts.stream().map(fact -> FactWords.words(fact, facts)))
                .containsExactly(
                        "Check API: started on app-1",
                        "Roll back on app-1: asked for the approval of level 2 (script 14ebd66d)",
                        "Roll back on app-1: approved (script 14ebd66d)",
                        "REGION=eu-1 for steps on app-1",
                        "steps on app-1 begin with nothing carried on");
    }

    @Test
    void everyKindOfFactHasItsWords() {
        List<Fact> facts = EveryEvent.facts();
        assertThat(facts.stream().map(fact -> FactWords.words(fact, facts)))
                .containsExactly(
                        "declared P1: render-api answers 5xx (render-api)",
                        "began Morning round",
                        "acknowledged",
                        "opened P1: Everything is down",
                        "Check disk: started on local",
                        "Check disk: exit 0 in 412 ms on local",
                        "Check API: started on app-1",
                        "Check API: could not run on app-1 (app-1 refused the key)",
                        "Call the on-call lead: done",
                        "Scale up: skipped: no quota left",
                        "chose Option 2: Roll back: new schema",
                        "previous-version = 1.4.1",
                        "api: critical, was ok (503 in 312 ms)",
                        "note: only tenants on the new schema | are | affected",
                        "status update: We roll back to 1.4.1.",
                        "resolved: rolled back; root cause: column render_eta is missing",
                        "closed",
                        "post-mortem written to INC-7.md",
                        "<stdin> stays as it stands",
                        "Have rollback ready: ready, not run",
                        "note on Check API: 503 from api-2 only",
                        "holds: Disk usage < 80% (read: 61%)",
                        "DOES NOT HOLD: No errors (three since noon)",
                        "Check disk: is elsewhere in its runbook now",
                        "runbooks/p1.md has changed: 2 lines new, 1 gone",
                        "first seen: error in api-2: pool timeout after <*> ms",
                        "clock of api-2 was set back by 1 h 1 min");
    }

    @Test
    void anEndWithoutItsStartNamesTheRun() {
        List<Fact> facts =
                EveryEvent.facts(
                        List.of(
                                new IncidentEvent.StepFinished(
                                        "r9",
                                        Outcome.STOPPED,
                                        OptionalInt.of(143),
                                        Duration.ofSeconds(75),
                                        0,
                                        "")));
        assertThat(FactWords.words(facts.getFirst(), facts))
                .isEqualTo("run r9: stopped, exit 143 in 1 min 15 s");
    }

    @Test
    void oneLineIsNoLines() {
        List<Fact> facts =
                EveryEvent.facts(
                        List.of(
                                new IncidentEvent.RunbookChanged(
                                        "p1",
                                        "P1: Everything is down",
                                        "runbooks/p1.md",
                                        1,
                                        0,
                                        "")));

        assertThat(FactWords.words(facts.getFirst(), facts))
                .isEqualTo("runbooks/p1.md has changed: 1 line new, 0 gone");
    }

    @Test
    void hostileTextIsShownAndBounded() {
        assertThat(OneLine.of("a\u001b[2J\u0007b\u007f\u009bc\u202Ed\uD800\r\n\te"))
                .isEqualTo("a\u241b[2J\u2407b\u2421<U+009B>c<U+202E>d<U+D800> e");
        assertThat(OneLine.of("x".repeat(OneLine.LIMIT + 5))).endsWith("x ... (5 more characters)");
        assertThat(OneLine.ofScript("\tif x;  then\u001b")).isEqualTo("\tif x;  then\u241b");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ms",
        "PT0.412S, 412 ms",
        "PT9.99S, 9.9 s",
        "PT42.5S, 42 s",
        "PT4M2S, 4 min 2 s",
        "PT15M, 15 min",
        "PT1H5M59S, 1 h 5 min",
        "PT51H, 2 d 3 h",
        "PT-5S, 0 ms"
    })
    void durationsReadAsPeopleSayThem(Duration duration, String words) {
        assertThat(DurationWords.of(duration)).isEqualTo(words);
    }
}
