package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.ClockChanged;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.journal.MachineClock;
import dev.warroom.room.Person;
import dev.warroom.room.Signal;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/** What is written down of a machine whose clock is set, which sleeps, or is started anew. */
class RecordedClockTest extends RecorderTestBase {

    /** A machine whose clock is set at will, and which may be started anew. */
    private static final class Machine {
        private volatile Duration set = Duration.ZERO;

        /** How long it has slept: its clock goes on, and so does the time that it has been up. */
        private volatile Duration slept = Duration.ZERO;

        private volatile String boot = "first";

        Clock clock() {
            return new Clock() {
                @Override
                public Instant instant() {
                    return Clock.systemUTC().instant().plus(set).plus(slept);
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            };
        }

        Optional<MachineClock.Started> started() {
            Instant started = Instant.parse("2026-11-01T00:00:00Z").plus(set);
            return Optional.of(new MachineClock.Started(boot, started, started.plusMillis(40)));
        }
    }

    private Recorder on(Machine machine, LinkedBlockingQueue<Signal> signals) {
        return new Recorder(
                new Opening(state, false, false, machine.clock(), machine::started),
                new Person("ana", "app-1"),
                signals::add,
                Optional.empty());
    }

    private static void expectChange(IncidentEvent event, Duration by) {
        assertThat(event).isInstanceOf(ClockChanged.class);
        assertThat(((ClockChanged) event).by().minus(by).abs()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void thatTheClockWasSetIsRecordedOnceBeforeWhatHappensNext() throws Exception {
        Machine machine = new Machine();
        try (Recorder one = on(machine, ana);
                Recorder two = on(machine, ben)) {
            open(one, two);
            machine.set = Duration.ofHours(-1);
            one.record(new NoteAdded("hers"));
            two.record(new NoteAdded("his"));
            next(ben, Signal.Recorded.class);
        }

        assertThat(facts()).hasSize(4);
        expectChange(facts().get(1).event(), Duration.ofHours(-1));
        Incident incident = Incident.replay("INC-1", facts());
        assertThat(incident.elapsed(machine.clock().instant()))
                .isLessThan(Duration.ofMinutes(1))
                .isPositive();
    }

    @Test
    void theTimeInWhichTheMachineSleepsCountsAndIsNoChangeOfItsClock() throws Exception {
        Machine machine = new Machine();
        try (Recorder one = on(machine, ana)) {
            one.create(List.of(DECLARED));
            next(ana, Signal.Recorded.class);
            machine.slept = Duration.ofHours(3);
            one.record(new NoteAdded("awake again"));

            assertThat(next(ana, Signal.Recorded.class).fact().event())
                    .isEqualTo(new NoteAdded("awake again"));
        }
        assertThat(Incident.replay("INC-1", facts()).elapsed(machine.clock().instant()))
                .isBetween(Duration.ofHours(3), Duration.ofHours(3).plusMinutes(1));
    }

    @Test
    void aClockThatIsSetWhileNothingHappensIsNoticed() throws Exception {
        Machine machine = new Machine();
        try (Recorder one = on(machine, ana)) {
            one.create(List.of(DECLARED));
            next(ana, Signal.Recorded.class);
            machine.set = Duration.ofMinutes(20);

            expectChange(next(ana, Signal.Recorded.class).fact().event(), Duration.ofMinutes(20));
        }
    }

    @Test
    void aClockThatIsSetWhileNobodyHasTheIncidentOpenIsNoticedWhenSomebodyOpensIt()
            throws Exception {
        Machine machine = new Machine();
        try (Recorder one = on(machine, ana)) {
            one.create(List.of(DECLARED));
            next(ana, Signal.Recorded.class);
        }
        machine.set = Duration.ofHours(5);
        try (Recorder again = on(machine, ben)) {
            again.open("INC-1");

            expectChange(next(ben, Signal.Recorded.class).fact().event(), Duration.ofHours(5));
        }
    }

    @Test
    void afterANewStartOfTheMachineNoFactIsInTheFuture() throws Exception {
        Machine machine = new Machine();
        try (Recorder one = on(machine, ana)) {
            one.create(List.of(DECLARED));
            next(ana, Signal.Recorded.class);
        }
        machine.boot = "second";
        machine.set = Duration.ofDays(-300);
        try (Recorder again = on(machine, ben)) {
            again.open("INC-1");

            expectChange(next(ben, Signal.Recorded.class).fact().event(), Duration.ofDays(-300));
        }
        machine.boot = "third";
        try (Recorder third = on(machine, ana)) {
            third.open("INC-1");
            next(ana, Signal.JournalOpened.class);
            third.record(new NoteAdded("still here"));
            next(ana, Signal.Recorded.class);
        }
        assertThat(facts()).hasSize(3);
    }
}
