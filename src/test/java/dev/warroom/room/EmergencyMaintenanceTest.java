package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.CommandEvent.KindNoted;
import dev.warroom.policy.Probe;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class EmergencyMaintenanceTest {

    private final Desk desk = Desk.inIncident();

    private Desk command(String line) {
        return desk.type(":" + line).press(Key.Kind.ENTER);
    }

    private boolean silent() {
        Probe probe = desk.room().health().probes().getFirst();
        return desk.room().health().quiet(probe, desk.room().now());
    }

    @Test
    void aP1IsWorkedOnAtOnceAndItsAlarmsAreSilentForThatTime() {
        command("maintenance 30m restart the database");
        assertThat(desk.events())
                .contains(new KindNoted("maintenance", "30 min: restart the database"));
        assertThat(silent()).isTrue();
        desk.pass(Duration.ofMinutes(30));
        assertThat(silent()).isFalse();
    }

    @Test
    void aP2AsksWhoHasAllowedIt() {
        command("severity P2 it is slow only");
        command("maintenance 1h restart the database");
        assertThat(silent()).isFalse();
        assertThat(desk.room().notice().text())
                .isEqualTo(
                        "P2: Manager approves. Say who has: maintenance 1h by NAME restart the"
                                + " database");

        command("maintenance 1h by rosa restart the database");
        assertThat(silent()).isTrue();
        assertThat(desk.events())
                .contains(
                        new KindNoted(
                                "maintenance",
                                "1 h, allowed by rosa (Manager): restart the database"));
    }

    @Test
    void whatNobodyMayAllowWaitsForAWindow() {
        command("severity P4 it can wait");
        command("maintenance 1h by rosa restart the database");
        assertThat(desk.room().notice().text()).startsWith("P4: waits for a window");
        assertThat(silent()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "maintenance",
        "maintenance soon",
        "maintenance 30m",
        "maintenance 0m x",
        "maintenance 25h x"
    })
    void whatIsNotSaidWholeDoesNothing(String line) {
        command(line);
        assertThat(desk.room().notice().tone()).isEqualTo(Notice.Tone.BAD);
        assertThat(silent()).isFalse();
    }

    @Test
    void withoutAnIncidentThereIsNoEmergency() {
        Desk idle = Desk.ready().keys().type(":maintenance 30m x").press(Key.Kind.ENTER);
        assertThat(idle.room().notice().text()).startsWith("No incident is open");
    }
}
