package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.runbook.Section;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** How phases stand to their time boxes. */
class PhaseTest {

    private final Desk desk =
            Desk.walking(
                    120,
                    30,
                    """
                    # Release

                    **Look (0-10 minutes):**

                    1. Look at the disks

                    **Deploy (30 minutes):**

                    1. Press the button
                    2. Watch the errors
                    """);

    private Section section(int place) {
        return desk.room().checklist().runbook().orElseThrow().sections().get(place);
    }

    @Test
    void aSpanCountsFromTheBeginning() {
        desk.pass(Duration.ofMinutes(4));
        assertThat(Phase.left(desk.room(), section(0))).contains(Duration.ofMinutes(6));

        desk.pass(Duration.ofMinutes(7));
        assertThat(Phase.left(desk.room(), section(0))).contains(Duration.ofMinutes(-1));
    }

    @Test
    void aLengthCountsFromTheFirstThingThatIsDoneInIt() {
        desk.pass(Duration.ofMinutes(20));
        assertThat(Phase.left(desk.room(), section(1))).isEmpty();

        desk.goTo("Press the button").type("x").pass(Duration.ofMinutes(12));
        assertThat(Phase.left(desk.room(), section(1))).contains(Duration.ofMinutes(18));
        desk.goTo("Watch the errors").type("x");
        assertThat(Phase.took(desk.room(), section(1))).contains(Duration.ofMinutes(12));
    }

    @Test
    void nothingCountsDownInWhatIsClosed() {
        desk.type(":close").press(Key.Kind.ENTER);

        assertThat(Phase.left(desk.room(), section(0))).isEmpty();
    }

    /** Reading ahead must not take the clock of the phase that runs out off the status line. */
    @Test
    void lookingAheadDoesNotChangeThePhase() {
        desk.goTo("Watch the errors");

        assertThat(Phase.current(desk.room())).contains(section(0));
    }

    @Test
    void aPhaseEndsWhenAllOfItIsDoneOrSomethingOfALaterOneIs() {
        desk.goTo("Look at the disks").type("x");
        assertThat(Phase.current(desk.room())).contains(section(1));

        desk.goTo("Press the button").type("x").goTo("Watch the errors").type("x");
        assertThat(Phase.current(desk.room())).isEmpty();
    }

    @Test
    void whatWasLeftOutBeforeIsNoWayBack() {
        desk.goTo("Press the button").type("x").goTo("Look at the disks");

        assertThat(Phase.current(desk.room())).contains(section(1));
    }

    @Test
    void pickingAnOptionBeginsThePhaseOfTheOptions() {
        Desk incident = Desk.inIncident();
        incident.select("Restart the service").press(Key.Kind.ENTER);
        incident.type("quickest").press(Key.Kind.ENTER);

        assertThat(Phase.current(incident.room()).orElseThrow().title()).isEqualTo("Resolution");
    }
}
