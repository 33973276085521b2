package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.IncidentEvent.ValueSet;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A secret that a person types, from the question to the record. */
class SecrecyTest {

    private static final String RUNBOOK =
            """
            # Call

            ```bash
            # 1. Call it
            curl -H "X-Key: <api-token>" 'http://localhost/<api-token>'
            # 2. Call it again
            curl -H "X-Key: <api-token>" http://localhost/
            ```
            """;
    private static final String SECRET = "it's $ecret";

    private final Desk desk = Desk.walking(120, 30, RUNBOOK).goTo("Call it");

    private Desk typed() {
        return desk.press(Key.Kind.ENTER).type(SECRET).press(Key.Kind.ENTER);
    }

    @Test
    void itRunsAsItWasTypedAndIsNowhereWrittenDown() {
        typed().press(Key.Kind.ENTER);

        assertThat(desk.asked())
                .filteredOn(Effect.StartRun.class::isInstance)
                .singleElement()
                .asString()
                .contains("X-Key: it's \\$ecret", "localhost/it'\\''s $ecret'");
        assertThat(desk.recorded())
                .extracting(it -> it.event())
                .contains(new ValueSet("api-token", "*****"))
                .filteredOn(StepStarted.class::isInstance)
                .singleElement()
                .asString()
                .contains("X-Key: *****", "localhost/*****'");
        assertThat(desk.recorded().toString()).doesNotContain("ecret");
    }

    @Test
    void whatTheStepPrintsOfItIsNotShown() {
        typed().press(Key.Kind.ENTER).prints(0, "sent " + SECRET + " to localhost");

        assertThat(desk.room().outputs().of("RUN-1-1").orElseThrow().lines().window(0, 5))
                .containsExactly("sent ***** to localhost");
    }

    @Test
    void whatIsNotedOfItIsMaskedToo() {
        typed().press(Key.Kind.ESCAPE).clear().press(Key.character('t'));
        desk.type("tried " + SECRET).press(Key.Kind.ENTER);

        assertThat(desk.events()).containsExactly(new NoteAdded("tried *****"));
    }

    @Test
    void itIsAskedForOnceInARoomAndAgainWhenTheIncidentIsOpenedAgain() {
        typed().press(Key.Kind.ESCAPE).goTo("Call it again").press(Key.Kind.ENTER);
        assertThat(desk.room().question()).get().isInstanceOf(Question.Preview.class);

        Desk later =
                Desk.walking(120, 30, RUNBOOK)
                        .signal(new Signal.JournalOpened(Incident.replay("RUN-1", desk.recorded())))
                        .goTo("Call it again")
                        .press(Key.Kind.ENTER);

        assertThat(later.room().question()).get().isInstanceOf(Question.Text.class);
        assertThat(((Question.Text) later.room().question().orElseThrow()).line())
                .isEqualTo(Line.EMPTY);
    }

    @Test
    void aPasswordInALogLineOrAnOutputIsMaskedByItsName() {
        Desk plain = Desk.inIncident().select("Look at the disks").press(Key.Kind.ENTER);
        plain.press(Key.Kind.ENTER).prints(0, "DB_PASSWORD=hunter22 ok");

        assertThat(plain.room().outputs().of("INC-1-1").orElseThrow().lines().window(0, 5))
                .isEqualTo(List.of("DB_PASSWORD=***** ok"));
    }
}
