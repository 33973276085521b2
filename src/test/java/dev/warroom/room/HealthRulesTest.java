package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.policy.Check;
import dev.warroom.policy.Patience;
import dev.warroom.policy.Probe;
import dev.warroom.policy.QuietHours;
import dev.warroom.room.Reading.Health;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;

/** What counts of what probes find. */
class HealthRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private final Probe database = probe("database");
    private final Probe api = probe("api").needing("database");
    private final Probe backup =
            probe("backup")
                    .quietIn(
                            new QuietHours(
                                    EnumSet.allOf(DayOfWeek.class),
                                    LocalTime.of(2, 0),
                                    LocalTime.of(3, 0),
                                    ZoneOffset.UTC));
    private HealthBoard board = HealthBoard.of(List.of(database, api, backup), List.of());

    @Test
    void whatStandsOnAProbeThatIsDownDoesNotCount() {
        read("database", Health.OK);
        read("api", Health.OK);
        read("database", Health.CRITICAL);
        read("api", Health.CRITICAL);

        assertThat(board.behind(api)).contains("database");
        assertThat(board.count(Health.CRITICAL, NOW)).isEqualTo(1);
        assertThat(board.history(api).orElseThrow().standing().word()).isEqualTo("ok");
        read("database", Health.OK);
        assertThat(board.behind(api)).isEmpty();
        read("api", Health.CRITICAL);
        assertThat(board.history(api).orElseThrow().standing().word()).isEqualTo("critical");
    }

    @Test
    void aProbeInItsQuietHoursDoesNotCount() {
        read("backup", Health.CRITICAL);

        assertThat(board.quiet(backup, NOW)).isTrue();
        assertThat(board.count(Health.CRITICAL, NOW)).isZero();
        Instant later = NOW.plusSeconds(3600);
        assertThat(board.quiet(backup, later)).isFalse();
    }

    @Test
    void aSilencedProbeDoesNotCountUntilThen() {
        read("database", Health.CRITICAL);
        board = board.silenced("database", NOW.plusSeconds(60));

        assertThat(board.count(Health.CRITICAL, NOW)).isZero();
        assertThat(board.quiet().silencedUntil(database, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void aStaleProbeIsUnknownWhateverItSaidLast() {
        read("database", Health.OK);

        assertThat(board.count(Health.OK, NOW)).isEqualTo(1);
        assertThat(board.count(Health.OK, NOW.plusSeconds(60))).isZero();
        assertThat(board.count(Health.UNKNOWN, NOW.plusSeconds(60))).isEqualTo(1);
    }

    @Test
    void aSilenceIsAskedForAndTakenBackByName() {
        Desk desk = Desk.inIncident().type(":silence gateway 30m").press(Key.Kind.ENTER);
        desk.probe("gateway", Health.CRITICAL, "503");
        assertThat(desk.events()).noneMatch(it -> it instanceof HealthChanged);

        desk.type(":silence gateway off").press(Key.Kind.ENTER).clear();
        desk.probe("gateway", Health.CRITICAL, "503");
        assertThat(desk.events())
                .containsExactly(new HealthChanged("gateway", "", "critical", "503"));
    }

    @Test
    void aSilenceThatRunsOutLeavesNothingUntold() {
        Desk desk = Desk.inIncident().type(":silence gateway 10m").press(Key.Kind.ENTER);
        desk.probe("gateway", Health.CRITICAL, "503").pass(Duration.ofMinutes(10)).clear();
        desk.probe("gateway", Health.CRITICAL, "503");

        assertThat(desk.events())
                .containsExactly(new HealthChanged("gateway", "", "critical", "503"));
    }

    @Test
    void aSilenceNeedsAProbeAndATime() {
        Desk desk = Desk.inIncident().type(":silence gatway 30m").press(Key.Kind.ENTER);
        assertThat(desk.room().notice().text())
                .isEqualTo("There is no probe \"gatway\". Probes: gateway, database, disk, queue");
        desk.type(":silence gateway").press(Key.Kind.ENTER);
        assertThat(desk.room().notice().text()).startsWith("Say for how long");
    }

    @Test
    void whatCouldNotBeWrittenDownIsAskedForAgain() {
        Desk desk = Desk.inIncident();
        desk.journalBreaks().probe("gateway", Health.CRITICAL, "503");
        desk.journalMends().probe("gateway", Health.CRITICAL, "503");

        assertThat(desk.recorded().getLast().event())
                .isEqualTo(new HealthChanged("gateway", "", "critical", "503"));
    }

    @Test
    void enterLooksAtOneProbeAndEscapeGoesBack() {
        Desk desk = Desk.inIncident().type("3j").press(Key.Kind.ENTER);
        assertThat(desk.room().health().looking()).isTrue();
        assertThat(desk.room().health().selected().orElseThrow().name()).isEqualTo("database");
        assertThat(desk.room().screen().zoomed()).isTrue();

        desk.press(Key.Kind.ESCAPE);
        assertThat(desk.room().health().looking()).isFalse();
        assertThat(desk.room().screen().zoomed()).isFalse();
    }

    private void read(String probe, Health health) {
        board = board.plus(new Reading(probe, health, NOW, Duration.ofMillis(5), ""));
    }

    private static Probe probe(String name) {
        return new Probe(
                        name, new Check.Tcp("db", 1), Duration.ofSeconds(10), Duration.ofSeconds(5))
                .with(Patience.NONE);
    }
}
