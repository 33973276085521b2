package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.VariableSet;
import dev.warroom.incident.IncidentEvent.VariablesReset;
import dev.warroom.incident.Outcome;
import dev.warroom.incident.Where;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What carries on from step to step, and {@code :env}. */
class VariablesTest {

    private static final String RUNBOOK =
            """
            # Deploy

            ```bash
            # 1. Enter
            cd /srv && export REGION=eu-1
            # 2. Look
            ls
            # 3. Elsewhere
            ls
            ```
            """;

    private final Desk desk = Desk.walking(120, 30, RUNBOOK);
    private final String runbook = desk.room().checklist().runbook().orElseThrow().id();

    private Carried next(String step) {
        desk.goTo(step).press(Key.Kind.ENTER);
        Carried carried =
                ((Question.Preview) desk.room().question().orElseThrow()).launch().carried();
        desk.press(Key.Kind.ESCAPE);
        return carried;
    }

    private Desk ran(String step) {
        desk.goTo(step).press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        return desk.prints(0, "done").clear();
    }

    private Desk env(String rest) {
        return desk.type(":env" + rest).press(Key.Kind.ENTER);
    }

    @Test
    void aStepGoesOnWithWhatTheOneBeforeItOnItsTargetHasLeft() {
        assertThat(next("Enter").run()).isEmpty();
        ran("Enter");
        assertThat(next("Look").run()).contains("RUN-1-1");

        desk.type(":target web-1").press(Key.Kind.ENTER);
        assertThat(next("Look").run()).isEmpty();
    }

    @Test
    void whatWasStoppedIsNotGoneOnWith() {
        ran("Enter").goTo("Look").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        desk.ends(Outcome.STOPPED, 143, java.time.Duration.ofSeconds(1));

        assertThat(next("Elsewhere").run()).contains("RUN-1-1");
    }

    @Test
    void aVariableIsSetForTheStepsThatFollowAndAllIsForgottenByReset() {
        ran("Enter");
        env(" STAGE=blue green");
        assertThat(desk.events())
                .containsExactly(new VariableSet(runbook, "local", "STAGE", "blue green"));
        assertThat(next("Look").variables()).isEqualTo(Map.of("STAGE", "blue green"));

        env(" reset");
        assertThat(desk.events()).containsExactly(new VariablesReset(runbook, "local"));
        assertThat(next("Look")).isEqualTo(Carried.NOTHING);
    }

    @Test
    void aSecretVariableIsGivenToStepsAndNotWrittenDown() {
        env(" API_TOKEN=abc-123");

        assertThat(desk.events())
                .containsExactly(new VariableSet(runbook, "local", "API_TOKEN", "*****"));
        assertThat(next("Look").variables()).isEqualTo(Map.of("API_TOKEN", "abc-123"));
    }

    @Test
    void itIsShownWithWhatIsSetAndSecretsMasked() {
        ran("Enter");
        env(" STAGE=blue");
        desk.clear();
        env("");

        assertThat(desk.asked()).containsExactly(new Effect.ReadLeft("RUN-1-1", Where.HERE));
        assertThat(((Question.Reading) desk.room().question().orElseThrow()).lines())
                .extracting(Notice::text)
                .startsWith(
                        "The next step begins in /srv/sub",
                        "A_TOKEN=*****  (exported by a step)",
                        "REGION=eu-1  (exported by a step)",
                        "STAGE=blue  (set by :env)");
    }

    @Test
    void whatSetsNothingIsSaid() {
        for (String wrong : List.of(" 1X=2", " X", " a-b=c")) {
            env(wrong);
            assertThat(desk.room().notice().text()).contains(":env NAME=VALUE");
        }
        assertThat(desk.events()).isEmpty();
    }
}
