package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.CommandEvent.DriverChanged;
import dev.warroom.incident.CommandEvent.RoleAssigned;
import dev.warroom.room.Desk;
import dev.warroom.room.Elsewhere;
import dev.warroom.room.Signal;
import dev.warroom.room.Together;

import org.junit.jupiter.api.Test;

import java.util.List;

class StatusLineTest {

    /** The names of many who are here do not run into the title. */
    @Test
    void theTitleEndsBeforeThoseWhoAreHere() {
        Desk desk = Desk.inIncident();
        desk.signal(new Signal.PresenceSeen(List.of("bernadette", "christopher", "dominique")));
        int seen = 0;
        for (int columns = 120; columns <= 200; columns += 2) {
            desk.signal(new Signal.Resized(columns, 40));
            String line = ScreensTest.text(desk).lines().findFirst().orElseThrow();
            assertThat(line).containsPattern(" (checkout is down|check.*…) ");
            if (line.contains("bernadette")) {
                seen++;
                assertThat(line).contains(" bernadette christopher dominique ");
            }
        }
        assertThat(seen).isPositive();
    }

    @Test
    void whoeverDrivesAndWhoeverCommandsIsMarkedWhereverTheyAre() {
        Desk desk = Desk.inIncident().signal(new Signal.SharedAs(Together.as("a1")));
        desk.signal(new Signal.Resized(200, 50));
        desk.signal(
                new Signal.ElsewhereSeen(
                        List.of(new Elsewhere("ben@app-2", desk.room().now(), "the logs"))));
        desk.another(
                "ben", new RoleAssigned(desk.room().policy().rules().roles().getFirst(), "ben"));
        desk.another("ben", new DriverChanged("ben", "", ""));
        assertThat(ScreensTest.text(desk)).contains(" ben*@app-2 (drives) ana@app-1 ");

        desk.another("ben", new DriverChanged("ana", "ben", ""));
        assertThat(ScreensTest.text(desk)).contains(" ben*@app-2 ana@app-1 (drives) ");
    }
}
