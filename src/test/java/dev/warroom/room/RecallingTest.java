package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Fact;
import dev.warroom.incident.FactKind;
import dev.warroom.incident.Outcome;
import dev.warroom.layout.Pane;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** The timeline is searched, and leads back to where its facts came from. */
class RecallingTest {

    private final Desk desk = Desk.inIncident();

    private Desk command(String line) {
        return desk.type(":" + line).press(Key.Kind.ENTER);
    }

    private List<Fact> shown() {
        return desk.room().timeline().shown(desk.incident().facts());
    }

    private String reading() {
        Question.Reading reading = (Question.Reading) desk.room().question().orElseThrow();
        return String.join("\n", reading.lines().stream().map(Notice::text).toList());
    }

    private void stepAndNote() {
        desk.select("Look at the disks").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        desk.ends(Outcome.PASSED, 0, Duration.ofMillis(400)).press(Key.Kind.ESCAPE);
        command("note it is the gateway");
    }

    @Test
    void onlyFactsOfAKindAndOfAPersonAreShownAndTheRestIsCounted() {
        stepAndNote();
        int all = desk.incident().facts().size();
        command("timeline step");
        assertThat(shown()).hasSize(2).allMatch(it -> FactKind.of(it) == FactKind.STEP);

        command("timeline step note ana");
        assertThat(shown()).hasSize(3);
        assertThat(desk.room().timeline().words()).isEqualTo("step note of ana");

        desk.type("4f").press(Key.Kind.ENTER);
        assertThat(shown()).hasSize(all);
    }

    @Test
    void aWordThatIsNeitherIsNamedWithThoseThatAre() {
        command("timeline holiday");
        assertThat(desk.room().notice().text())
                .isEqualTo(
                        "\"holiday\" is no kind of fact and nobody here. Kinds: step note message"
                                + " health command; people: ana.");
        assertThat(desk.room().timeline().whole()).isTrue();
    }

    @Test
    void enterOnAStepsEndShowsItsOutput() {
        stepAndNote();
        command("timeline step");
        desk.type("4").press(Key.Kind.ENTER);

        assertThat(desk.room().screen().output()).isPresent();
    }

    @Test
    void enterOnAPinnedLineGoesBackToItAmongManyOthers() {
        LogLine line =
                new LogLine(
                        "api", 4_711, 0, LogLevel.ERROR, false, "pool exhausted (sha256 x): no");
        desk.signal(new Signal.LogArrived(List.of(line), 0)).type("2p");
        for (int i = 0; i < 300; i++) {
            desk.signal(
                    new Signal.LogArrived(
                            List.of(new LogLine("api", 5_000 + i, 0, LogLevel.INFO, false, "ok")),
                            0));
        }
        desk.type("4").press(Key.Kind.ENTER);

        assertThat(desk.room().screen().focus()).isEqualTo(Pane.LOGS);
        assertThat(desk.room().logs().meant()).contains(line);
    }

    @Test
    void aPinnedLineThatIsNotHeldAnyMoreIsReadFromItsFile() {
        command("note " + new LogPin("api", 4_711, "0f1e2d3c4b5a", "pool exhausted").words());
        desk.type("4").press(Key.Kind.ENTER);

        assertThat(desk.logsAsked())
                .last()
                .isInstanceOfSatisfying(
                        Effect.ReadLog.class,
                        it -> assertThat(it.place()).isEqualTo(new LogPlace("api", 4_711)));
    }

    @Test
    void enterOnAChangeOfHealthLooksAtItsProbe() {
        String probe = desk.room().health().probes().get(1).name();
        desk.signal(
                new Signal.Learned(
                        new Fact(
                                desk.incident().facts().size() + 1,
                                Desk.START,
                                "ben",
                                "app-2",
                                new dev.warroom.incident.IncidentEvent.HealthChanged(
                                        probe, "ok", "critical", "503"))));
        desk.type("4").press(Key.Kind.ENTER);

        assertThat(desk.room().health().selected().orElseThrow().name()).isEqualTo(probe);
        assertThat(desk.room().health().looking()).isTrue();
    }

    @Test
    void anAmendedFactIsToldInItsNewWordsAndKeepsItsOwn() {
        command("note it is the gatway");
        desk.type("4");
        command("amend note: it is the gateway");

        Fact note = shown().get(shown().size() - 2);
        assertThat(desk.incident().words(note)).isEqualTo("note: it is the gateway (amended)");
        desk.type("j").press(Key.Kind.ENTER);
        assertThat(reading())
                .contains(
                        "ana@app-1", "note: it is the gatway", "amended: note: it is the gateway");
    }
}
