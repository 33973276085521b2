package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.drill.Scenario;
import dev.warroom.incident.Incident;
import dev.warroom.room.Desk;
import dev.warroom.room.Key;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is said after a drill. */
class DrillDebriefTest {

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void eachScenarioTeachesSomethingOnTheUsualTerminal(Scenario scenario) {
        List<String> lesson = new DrillDebrief(scenario, Optional.empty()).lesson();

        assertThat(lesson).allMatch(line -> line.length() <= 80);
        assertThat(String.join(" ", lesson).replaceAll("\\s+", " "))
                .isEqualTo(
                        " It was %s Quickest %s No help %s"
                                .formatted(
                                        scenario.summary(), scenario.quicker(), scenario.worse()));
    }

    @Test
    void timesStandBesideTheTargetsAndWhatWasTriedBelow() {
        Desk desk = Desk.inIncident();
        desk.select("Look at the disks").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        desk.type(":resolve").press(Key.Kind.ENTER).type("y");
        Incident incident = desk.room().incident();

        assertThat(
                        new DrillDebrief(Scenario.BAD_RELEASE, Optional.of(Duration.ofMinutes(31)))
                                .of(incident))
                .startsWith(
                        "Debrief",
                        "  Acknowledged    not yet; it may take 15 min",
                        "  Healthy again   after 31 min, beyond the 30 min that it may take",
                        "  Tried           df -h / (exit 143 in 2.0 s)");
        assertThat(new DrillDebrief(Scenario.BAD_RELEASE, Optional.empty()).of(incident))
                .contains("  Healthy again   not yet; it may take 30 min");
    }
}
