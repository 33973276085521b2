package dev.warroom.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.Acknowledged;
import dev.warroom.incident.IncidentEvent.ClockChanged;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.StepDone;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How long things took, where machines' clocks were set while an incident went on. */
class ClockChangesTest {

    private static final Instant START = EveryEvent.START;
    private static final Instant BOOTED = Instant.parse("2026-02-27T12:00:00Z");
    private static final Declared DECLARED = new Declared(Severity.P1, "down", "api", "/srv");

    /** Facts of machines whose clocks are set at will, and of which the true time is known. */
    private static final class History {
        private final List<Fact> facts = new ArrayList<>();
        private Duration elapsed = Duration.ZERO;
        private Duration app = Duration.ZERO;

        History pass(Duration time) {
            elapsed = elapsed.plus(time);
            return this;
        }

        Instant now() {
            return START.plus(elapsed).plus(app);
        }

        History here(IncidentEvent event) {
            return fact(now(), "app-1", event);
        }

        History elsewhere(IncidentEvent event) {
            return fact(START.plus(elapsed), "db-1", event);
        }

        private History fact(Instant at, String host, IncidentEvent event) {
            facts.add(new Fact(facts.size() + 1L, at, "ana", host, event));
            return this;
        }

        History set(Duration by) {
            app = app.plus(by);
            return here(new ClockChanged("app-1", by, BOOTED.plus(app)));
        }

        Incident lived() {
            Incident incident = Incident.empty("INC-1");
            for (Fact fact : facts) {
                incident = incident.apply(fact);
            }
            assertThat(Incident.replay("INC-1", facts)).isEqualTo(incident);
            return incident;
        }
    }

    private static Duration minutes(long count) {
        return Duration.ofMinutes(count);
    }

    @Test
    void anHourBackIsNoHourMoreToAcknowledgeAndAnHourForwardNoHourLess() {
        for (Duration by : List.of(minutes(-60), minutes(60))) {
            History history = new History().here(DECLARED).pass(minutes(4)).set(by);
            history.pass(minutes(3)).here(new Acknowledged());
            Incident incident = history.pass(minutes(2)).lived();

            assertThat(incident.elapsed(history.now())).isEqualTo(minutes(9));
            assertThat(Duration.between(incident.beganAt().get(), incident.acknowledgedAt().get()))
                    .isEqualTo(minutes(7));
        }
    }

    @Test
    void aFactKeepsTheTimeThatTheClockShowedAndIsCountedByTheClockAsItIsNow() {
        History history = new History().here(DECLARED).here(new NoteAdded("n")).set(minutes(-60));
        Incident incident = history.lived();

        assertThat(incident.facts().get(1).at()).isEqualTo(START);
        assertThat(incident.at(incident.facts().get(1))).isEqualTo(START.minus(minutes(60)));
        assertThat(FactWords.words(incident.facts().get(2), incident.facts()))
                .isEqualTo("clock of app-1 was set back by 1 h");
    }

    @Test
    void whatWasDoneWithStepsMovesToo() {
        History history = new History().here(DECLARED).pass(minutes(1));
        history.here(new StepDone("s", "Call")).set(minutes(30));

        assertThat(history.lived().step("s").at()).isEqualTo(START.plus(minutes(31)));
    }

    @Test
    void theClockOfAnotherMachineHasNothingToDoWithIt() {
        History history = new History().elsewhere(DECLARED).pass(minutes(4)).set(minutes(-60));
        Incident incident = history.elsewhere(new Acknowledged()).lived();

        assertThat(incident.beganAt()).contains(START);
        assertThat(incident.acknowledgedAt()).contains(START.plus(minutes(4)));
    }

    @Test
    void twoRoomsThatTellTheSameChangeTellItOnce() {
        History history = new History().here(DECLARED).set(minutes(-60));
        ClockChanged again =
                new ClockChanged("app-1", minutes(-60), BOOTED.minus(minutes(60)).plusMillis(30));
        assertThat(Conflict.of(history.lived(), again)).contains(new Conflict(""));

        assertThat(history.here(again).lived().beganAt()).contains(START.minus(minutes(60)));
    }

    @Test
    void aClockThatIsSetAndSetBackAgainIsTwoChanges() {
        History history = new History().here(DECLARED).set(minutes(60)).set(minutes(-60));

        assertThat(history.lived().beganAt()).contains(START);
        assertThat(history.lived().clocks().changes()).hasSize(2);
    }

    @Property(tries = 200, seed = "881273345")
    void howLongItHasLastedIsWhatHasPassedHoweverOftenTheClockIsSet(
            @ForAll @Size(max = 12) List<@IntRange(min = -4_000, max = 4_000) Integer> steps) {
        History history = new History().here(DECLARED);
        for (int step : steps) {
            history.pass(Duration.ofSeconds(Math.abs(step) / 7)).here(new NoteAdded("n"));
            if (Math.abs(step) > 2) {
                history.set(Duration.ofSeconds(step));
            }
        }
        history.pass(minutes(1)).here(new Acknowledged());
        Incident incident = history.lived();

        assertThat(incident.elapsed(history.now())).isEqualTo(history.elapsed);
        assertThat(Duration.between(incident.beganAt().get(), incident.acknowledgedAt().get()))
                .isEqualTo(history.elapsed);
    }
}
