package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.CommandEvent.DriverChanged;
import dev.warroom.incident.CommandEvent.RoleAssigned;
import dev.warroom.room.Desk;
import dev.warroom.room.Elsewhere;
import dev.warroom.room.Signal;
import dev.warroom.room.Together;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** Of a quarter of an hour three minutes are a fifth. */
    @Test
    void aClockIsAmberBeforeItIsRed() {
        Desk desk = Desk.inIncident().signal(new Signal.Resized(200, 50));
        assertThat(clock(desk.pass(Duration.ofMinutes(12)), "acknowledge in 3:00"))
                .isEqualTo(Style.PLAIN);
        assertThat(clock(desk.pass(Duration.ofSeconds(1)), "acknowledge in 2:59"))
                .isEqualTo(Style.WARNING_REVERSE);
        assertThat(clock(desk.pass(Duration.ofSeconds(179)), "acknowledge in 0:00"))
                .isEqualTo(Style.WARNING_REVERSE);
        assertThat(clock(desk.pass(Duration.ofSeconds(1)), "acknowledge overdue 0:01"))
                .isEqualTo(Style.BAD_REVERSE);
    }

    @Test
    void whereNotAllThatRanOutFitTheRestIsCounted() {
        Desk desk = Desk.inIncident().pass(Duration.ofHours(2));
        for (int columns = 80; columns <= 200; columns++) {
            desk.signal(new Signal.Resized(columns, 24));
            String line = ScreensTest.text(desk).lines().findFirst().orElseThrow();
            Matcher more = Pattern.compile(" \\+(\\d) more").matcher(line);
            int hidden = more.find() ? Integer.parseInt(more.group(1)) : 0;
            int shown = line.split(" overdue \\d:?\\d+:\\d\\d", -1).length - 1;
            assertThat(shown + hidden).as(line).isEqualTo(4);
        }
    }

    private static Style clock(Desk desk, String words) {
        Frame frame = ScreensTest.paint(desk, new Look(ZoneOffset.UTC, true));
        String line = frame.text().lines().findFirst().orElseThrow();
        assertThat(line).contains(words);
        return frame.style(line.indexOf(words), 0);
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
