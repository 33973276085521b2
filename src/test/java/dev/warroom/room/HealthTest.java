package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.policy.Probe;
import dev.warroom.room.Reading.Health;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class HealthTest {

    private final Desk desk = Desk.inIncident();
    private final Probe gateway = Practice.policy().probes().getFirst();

    @Test
    void aChangeIsRecordedOnce() {
        desk.probe("gateway", Health.OK, "200");
        assertThat(desk.events()).isEmpty();

        desk.probe("gateway", Health.CRITICAL, "503");
        desk.probe("gateway", Health.CRITICAL, "503");
        desk.probe("gateway", Health.CRITICAL, "502");
        assertThat(desk.events())
                .containsExactly(new HealthChanged("gateway", "ok", "critical", "503"));

        desk.probe("gateway", Health.OK, "200");
        assertThat(desk.events())
                .containsExactly(new HealthChanged("gateway", "critical", "ok", "200"));
    }

    @Test
    void aProbeThatIsBadFromTheFirstLookIsRecorded() {
        desk.probe("disk", Health.WARNING, "82 % used");

        assertThat(desk.events())
                .containsExactly(new HealthChanged("disk", "", "warning", "82 % used"));
    }

    @Test
    void nothingIsRecordedWhereNoIncidentIsOpen() {
        Desk idle = Desk.ready().probe("gateway", Health.CRITICAL, "503");

        assertThat(idle.asked()).isEmpty();
        assertThat(idle.room().health().count(Health.CRITICAL, idle.room().now())).isEqualTo(1);
    }

    @Test
    void whatAnEarlierRoomRecordedIsNotRecordedAgain() {
        desk.probe("gateway", Health.CRITICAL, "503").probe("disk", Health.WARNING, "82 %");
        desk.probe("disk", Health.OK, "70 %");
        Desk later = Desk.ready().signal(new Signal.JournalOpened(desk.incident())).clear();

        later.probe("gateway", Health.CRITICAL, "503").probe("disk", Health.OK, "70 %");
        assertThat(later.events()).isEmpty();

        later.probe("queue", Health.CRITICAL, "9000 wait");
        assertThat(later.events())
                .containsExactly(new HealthChanged("queue", "", "critical", "9000 wait"));
    }

    @Test
    void recoveryWhileNoRoomWasOpenIsRecorded() {
        desk.probe("gateway", Health.CRITICAL, "503");
        Desk later = Desk.ready().signal(new Signal.JournalOpened(desk.incident())).clear();
        later.probe("gateway", Health.OK, "200");

        assertThat(later.events())
                .containsExactly(new HealthChanged("gateway", "critical", "ok", "200"));
    }

    @Test
    void aProbeThatHasNotAnsweredForTooLongIsStale() {
        desk.probe("gateway", Health.OK, "200").pass(Duration.ofSeconds(25));
        assertThat(desk.room().health().stale(gateway, desk.room().now())).isFalse();

        desk.pass(Duration.ofSeconds(1));
        assertThat(desk.room().health().stale(gateway, desk.room().now())).isTrue();

        desk.probe("gateway", Health.OK, "200");
        assertThat(desk.room().health().stale(gateway, desk.room().now())).isFalse();
    }

    @Test
    void theTimeInAStateCountsFromItsFirstReading() {
        desk.probe("gateway", Health.OK, "200").pass(Duration.ofSeconds(10));
        desk.probe("gateway", Health.CRITICAL, "503").pass(Duration.ofSeconds(10));
        desk.probe("gateway", Health.CRITICAL, "503");

        assertThat(desk.room().health().history(gateway).orElseThrow().since())
                .isEqualTo(Desk.START.plusSeconds(10));
    }

    @Test
    void onlySoManyReadingsAreKept() {
        for (int i = 0; i < ProbeHistory.MOST_POINTS + 5; i++) {
            desk.probe("gateway", Health.OK, Integer.toString(i));
        }

        ProbeHistory history = desk.room().health().history(gateway).orElseThrow();
        assertThat(history.points()).hasSize(ProbeHistory.MOST_POINTS);
        assertThat(history.last().detail())
                .isEqualTo(Integer.toString(ProbeHistory.MOST_POINTS + 4));
    }
}
