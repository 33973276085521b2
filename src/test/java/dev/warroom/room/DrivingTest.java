package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.CommandEvent.DriverAsked;
import dev.warroom.incident.CommandEvent.DriverChanged;
import dev.warroom.incident.CommandEvent.DriverKept;
import dev.warroom.incident.Conflict;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Seat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Who drives starts the steps; the others watch, and may ask for the seat. Here sits ana. */
class DrivingTest {

    private final Desk desk = Desk.inIncident();

    private Desk command(String line) {
        return desk.clear().type(":" + line).press(Key.Kind.ENTER);
    }

    private String said() {
        return desk.room().notice().text();
    }

    private Seat seat() {
        return desk.incident().command().seat();
    }

    private boolean conflicts(IncidentEvent event) {
        return Conflict.of(desk.incident(), event).isPresent();
    }

    @Test
    void whileNobodyDrivesEverybodyStartsSteps() {
        desk.clear().select("Look at the disks").press(Key.Kind.ENTER).press(Key.Kind.ENTER);

        assertThat(desk.events()).hasAtLeastOneElementOfType(StepStarted.class);
    }

    @Test
    void aFreeSeatIsTakenAndLeftAndThatIsAFact() {
        assertThat(command("drive").events()).containsExactly(new DriverChanged("ana", "", ""));
        assertThat(said()).startsWith("You drive");
        desk.clear().select("Look at the disks").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        assertThat(desk.events()).hasAtLeastOneElementOfType(StepStarted.class);

        assertThat(command("drive -").events()).containsExactly(new DriverChanged("", "ana", ""));
        assertThat(seat()).isEqualTo(Seat.FREE);
    }

    @Test
    void whoWatchesStartsNoStepAndIsToldWhoDrives() {
        desk.another("ben", new DriverChanged("ben", "", "")).clear();
        desk.select("Look at the disks").press(Key.Kind.ENTER);
        assertThat(said()).isEqualTo("ben drives, and starts the steps. :drive asks for the seat.");
        desk.type("i");

        assertThat(desk.room().question()).isEmpty();
        assertThat(desk.events()).isEmpty();
        desk.select("Declare the incident").type("x");
        assertThat(desk.events()).as("who watches ticks what a person has done").isNotEmpty();
    }

    @Test
    void aPreviewThatWasOpenWhenAnotherTookTheSeatStartsNothing() {
        desk.clear().select("Look at the disks").press(Key.Kind.ENTER);
        desk.another("ben", new DriverChanged("ben", "", "")).press(Key.Kind.ENTER);

        assertThat(desk.events()).isEmpty();
        assertThat(said()).startsWith("ben drives");
    }

    @Test
    void whoIsAskedForTheSeatIsToldAndGivesIt() {
        command("drive");
        desk.another("ben", new DriverAsked("ben", Seat.WITHIN));
        assertThat(said()).startsWith("ben asks for your seat: :drive give, or :drive keep");

        assertThat(command("drive give").events())
                .containsExactly(new DriverChanged("ben", "ana", ""));
        assertThat(seat().driver()).isEqualTo("ben");
    }

    @Test
    void whoeverKeepsTheSeatDrivesOn() {
        command("drive");
        desk.another("ben", new DriverAsked("ben", Seat.WITHIN));
        assertThat(command("drive keep").events()).containsExactly(new DriverKept("ben"));
        desk.pass(Seat.WITHIN.plusSeconds(5));

        assertThat(seat()).isEqualTo(new Seat("ana", java.util.Optional.empty()));
        assertThat(conflicts(new DriverChanged("ben", "ana", "ana did not answer"))).isTrue();
        assertThat(command("drive keep").events()).isEmpty();
    }

    @Test
    void whoDoesNotAnswerInTimeLosesTheSeatToWhoeverAsked() {
        desk.another("ben", new DriverChanged("ben", "", ""));
        assertThat(command("drive").events()).containsExactly(new DriverAsked("ana", Seat.WITHIN));
        desk.clear().pass(Seat.WITHIN.minusSeconds(1));
        assertThat(desk.events()).isEmpty();
        desk.pass(Duration.ofSeconds(2));

        assertThat(desk.events())
                .containsExactly(new DriverChanged("ana", "ben", "ben did not answer"));
        assertThat(seat().driver()).isEqualTo("ana");
    }

    @Test
    void ofTwoWhoAskOneIsFirst() {
        desk.another("ben", new DriverChanged("ben", "", ""));
        desk.another("eve", new DriverAsked("eve", Seat.WITHIN));

        assertThat(conflicts(new DriverAsked("ana", Seat.WITHIN))).isTrue();
        assertThat(conflicts(new DriverChanged("ana", "ben", "ben did not answer"))).isTrue();
        assertThat(conflicts(new DriverChanged("eve", "ben", ""))).isFalse();
    }
}
