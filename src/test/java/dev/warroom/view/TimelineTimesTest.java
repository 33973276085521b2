package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.Desk;
import dev.warroom.room.Key;
import dev.warroom.room.Signal;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** The times of the timeline and of the status line, in the operator's zone. */
class TimelineTimesTest {

    private static final Look BERLIN = new Look(ZoneId.of("Europe/Berlin"), true);

    private final Desk desk = Desk.inIncident();

    private List<String> screen() {
        return ScreensTest.paint(desk, BERLIN).text().lines().toList();
    }

    private String fact(String words) {
        return screen().stream()
                .filter(it -> it.contains(words))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private Desk command(String line) {
        return desk.type(":" + line).press(Key.Kind.ENTER);
    }

    @Test
    void theyAreThoseOfTheOperatorsZoneAndTheStatusLineHasUtcBesideIt() {
        desk.signal(new Signal.Resized(200, 50));
        assertThat(fact("declared P1")).contains("03:14:00 ");
        assertThat(screen().getFirst()).contains(" 03:14 CET (02:14 UTC) ");
    }

    @Test
    void theyCountFromTheBeginningWhereThatIsWantedAndBackAgain() {
        desk.pass(Duration.ofSeconds(3_725));
        command("note it is the gateway");
        command("timeline relative");
        assertThat(fact("note: it is")).contains("+01:02:05 ");
        assertThat(fact("declared P1")).contains("+00:00:00 ");

        command("timeline absolute");
        assertThat(fact("note: it is")).contains("04:16:05 ");
    }

    /** 22:30 UTC is 23:30 in Berlin, and an hour later it is the next day there. */
    @Test
    void whatHappenedOnAnotherDayOfThatZoneHasItsDate() {
        desk.signal(new Signal.Resized(200, 50)).pass(Duration.ofHours(20).plusMinutes(16));
        command("note before midnight");
        assertThat(fact("declared P1")).contains(" 03:14:00 ");
        desk.pass(Duration.ofHours(1));
        command("note after midnight");

        assertThat(fact("after midnight")).contains(" 00:30:00 ").doesNotContain("2026-");
        assertThat(fact("before midnight")).contains(" 2026-03-01 23:30 ");
        assertThat(fact("declared P1")).contains(" 2026-03-01 03:14 ");
    }
}
