package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Severity;
import dev.warroom.room.Desk;
import dev.warroom.room.KnownIncident;
import dev.warroom.room.Signal;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the first screen says of the incidents that are open. */
class FirstScreenTest {

    private final Desk desk = Desk.ready(80, 24);

    private static KnownIncident known(String id, Severity severity, String began) {
        return new KnownIncident(
                id,
                Optional.ofNullable(severity),
                "it is slow",
                "/srv",
                Instant.parse(began),
                true);
    }

    private List<String> screen(KnownIncident... known) {
        desk.signal(new Signal.IncidentsListed(List.of(known)));
        return ScreensTest.text(desk).lines().toList();
    }

    @Test
    void howManyAreOpenStandsOnTop() {
        KnownIncident checklist = known("RUN-3", null, "2026-03-01T02:00:00Z");
        KnownIncident one = known("INC-7", Severity.P1, "2026-03-01T02:00:00Z");
        KnownIncident two = known("INC-8", Severity.P2, "2026-03-01T02:10:00Z");

        assertThat(screen(checklist).getFirst()).contains("no incident open");
        assertThat(screen(one, checklist).getFirst()).contains("1 incident open");
        assertThat(screen(two, one).getFirst()).contains("2 incidents open");
    }

    @Test
    void whatBeganOnAnotherDayHasItsDate() {
        assertThat(screen(known("INC-7", Severity.P1, "2026-03-01T02:00:00Z")))
                .anyMatch(it -> it.contains("INC-7") && it.contains(" since 02:00:00 "));
        assertThat(screen(known("INC-7", Severity.P1, "2026-02-27T23:59:00Z")))
                .anyMatch(it -> it.contains("INC-7") && it.contains(" since 2026-02-27 23:59 "));
    }
}
