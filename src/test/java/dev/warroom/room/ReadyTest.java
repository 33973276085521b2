package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.StepPrepared;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.StepState;
import dev.warroom.runbook.Step;

import org.junit.jupiter.api.Test;

/** A step that says to have something ready is filled and shown, and runs when it is needed. */
class ReadyTest {

    private static final String RELEASE =
            """
            # Release

            ```bash
            # 1. Have the way back ready
            ./back.sh <version>

            # 2. Ship
            ./ship.sh
            ```
            """;

    private final Desk desk = Desk.walking(120, 30, RELEASE);
    private final Step back = desk.room().checklist().steps().getFirst();

    private Desk made() {
        return desk.press(Key.Kind.ENTER).type("1.4.0").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
    }

    @Test
    void enterFillsItShowsItAndLeavesItReadyWithoutRunningIt() {
        made();

        assertThat(desk.events())
                .contains(new StepPrepared(back.id(), back.title(), "./back.sh 1.4.0"))
                .noneMatch(StepStarted.class::isInstance);
        assertThat(desk.incident().state(back.id())).isEqualTo(StepState.READY);
        assertThat(desk.here()).isEqualTo("Ship");
    }

    @Test
    void enterOnWhatIsReadyShowsItAgainAndRunsIt() {
        made().goTo(back.title()).clear().press(Key.Kind.ENTER);
        assertThat(((Question.Preview) desk.room().question().orElseThrow()).script())
                .isEqualTo("./back.sh 1.4.0");
        assertThat(desk.events()).isEmpty();

        desk.press(Key.Kind.ENTER);
        assertThat(desk.events())
                .filteredOn(StepStarted.class::isInstance)
                .singleElement()
                .extracting(it -> ((IncidentEvent.StepStarted) it).script())
                .isEqualTo("./back.sh 1.4.0");
    }
}
