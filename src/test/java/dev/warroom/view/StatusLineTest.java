package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.Desk;
import dev.warroom.room.Signal;

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
}
