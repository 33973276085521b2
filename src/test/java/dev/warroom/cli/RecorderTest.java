package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.Acknowledged;
import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.RunbookChanged;
import dev.warroom.incident.IncidentEvent.StepDone;
import dev.warroom.incident.IncidentEvent.StepMoved;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.journal.Journals;
import dev.warroom.room.Person;
import dev.warroom.room.Signal;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

/** Two people who have one incident open, each in a room of their own. */
class RecorderTest extends RecorderTestBase {

    private Recorder room(String name, LinkedBlockingQueue<Signal> signals, boolean observing) {
        return new Recorder(
                Opening.here(state, observing, Clock.systemUTC()),
                new Person(name, "app-1"),
                signals::add,
                Optional.empty());
    }

    @Test
    void theSameStepIsStartedByOneAndTheOtherIsToldSinceWhenAndByWhom() throws Exception {
        try (Recorder one = room("ana", ana, false);
                Recorder two = room("ben", ben, false)) {
            open(one, two);
            IncidentEvent start = new StepStarted("INC-1-1", "s", "Roll back", "./r.sh", "local");
            one.record(start);
            two.record(start);
            List<Signal> answers = Stream.of(answer(ana), answer(ben)).toList();

            startedOnce(answers);
        }
        assertThat(facts()).hasSize(2);
    }

    private static Signal answer(LinkedBlockingQueue<Signal> signals) throws InterruptedException {
        while (true) {
            Signal signal = Await.next("an answer", signals);
            if (signal instanceof Signal.Recorded || signal instanceof Signal.Refused) {
                return signal;
            }
        }
    }

    @Test
    void whatOneWritesTheOtherLearnsByItself() throws Exception {
        try (Recorder one = room("ana", ana, false);
                Recorder two = room("ben", ben, false)) {
            one.create(List.of(DECLARED));
            next(ana, Signal.Recorded.class);
            two.open("INC-1");
            assertThat(next(ben, Signal.JournalOpened.class).incident().title())
                    .isEqualTo("checkout is down");
            one.record(new NoteAdded("seen"));

            assertThat(next(ben, Signal.Learned.class).fact().event())
                    .isEqualTo(new NoteAdded("seen"));
        }
    }

    @Test
    void whatProbesOfBothFindIsWrittenOnceAndNobodyAcknowledgesTwice() throws Exception {
        try (Recorder one = room("ana", ana, false);
                Recorder two = room("ben", ben, false)) {
            open(one, two);
            IncidentEvent down = new HealthChanged("api", "ok", "critical", "503");
            one.record(down);
            next(ana, Signal.Recorded.class);
            two.record(down);
            assertThat(next(ben, Signal.Refused.class).why()).isEmpty();
            one.record(new Acknowledged());
            next(ana, Signal.Recorded.class);
            two.record(new Acknowledged());
            assertThat(next(ben, Signal.Refused.class).why())
                    .startsWith("INC-1 was acknowledged at ")
                    .endsWith(", by ana.");
        }
    }

    @Test
    void aChangeOfTheRunbookThatBothSeeIsWrittenOnce() throws Exception {
        IncidentEvent moved = new StepMoved("p1/old/disk", "p1/disk", "Check disk");
        try (Recorder one = room("ana", ana, false);
                Recorder two = room("ben", ben, false)) {
            one.create(List.of(DECLARED, new StepDone("p1/old/disk", "Check disk")));
            next(ana, Signal.Recorded.class);
            next(ana, Signal.Recorded.class);
            two.open("INC-1");
            next(ben, Signal.JournalOpened.class);
            for (IncidentEvent same : List.of(changed("first"), moved)) {
                one.record(same);
                assertThat(next(ana, Signal.Recorded.class).fact().event()).isEqualTo(same);
                two.record(same);
                assertThat(next(ben, Signal.Refused.class).why()).isEmpty();
            }
            // As many lines again, and then as it was before.
            for (String text : List.of("second", "first")) {
                two.record(changed(text));
                assertThat(next(ben, Signal.Recorded.class).fact().event())
                        .isEqualTo(changed(text));
            }
        }
    }

    private static IncidentEvent changed(String hash) {
        return new RunbookChanged("p1", "P1: Down", "runbooks/p1.md", 1, 0, hash);
    }

    @Test
    void whoOnlyObservesIsNotToldThatAChangeOfTheRunbookIsNotRecorded() throws Exception {
        try (Recorder one = room("ana", ana, false);
                Recorder two = room("ben", ben, true)) {
            open(one, two);
            two.record(changed("first"));
            assertThat(next(ben, Signal.Refused.class).why()).isEmpty();
        }
    }

    @Test
    void whoeverObservesSeesAllAndWritesNothing() throws Exception {
        try (Recorder one = room("ana", ana, false);
                Recorder two = room("ben", ben, true)) {
            open(one, two);
            two.record(new NoteAdded("mine"));
            assertThat(next(ben, Signal.Refused.class).why()).contains("only observes");
            two.create(List.of(DECLARED));
            assertThat(next(ben, Signal.OpenFailed.class).why()).contains("only observes");
            one.record(new NoteAdded("hers"));
            assertThat(next(ben, Signal.Learned.class).fact().event())
                    .isEqualTo(new NoteAdded("hers"));
        }
        assertThat(facts()).hasSize(2);
    }

    @Test
    void whoElseIsThereIsToldBeforeTheIncident() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        try (Recorder one = room("ana", ana, false)) {
            one.create(List.of(DECLARED));
            next(ana, Signal.Recorded.class);
            Path journal = Journals.file(state, "INC-1");
            long began = other.info().startInstant().orElseThrow().toEpochMilli();
            Files.writeString(journal.resolveSibling("INC-1.here-" + other.pid()), began + " cyd");
            try (Recorder two = room("ben", ben, false)) {
                two.open("INC-1");

                assertThat(Await.next("who is there", ben))
                        .isEqualTo(new Signal.PresenceSeen(List.of("cyd")));
                assertThat(next(ben, Signal.JournalOpened.class).incident().facts()).hasSize(1);
            }
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aFaultOfTheProgramIsToldToWhoeverAskedAndFailsTheRoomInsteadOfBeingKeptSilent()
            throws Exception {
        LinkedBlockingQueue<Throwable> faults = new LinkedBlockingQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> faults.add(fault));
        try (Recorder one =
                new Recorder(
                        Opening.here(state, false, Clock.systemUTC()),
                        new Person("ana", "app-1"),
                        signal -> {
                            if (signal instanceof Signal.Recorded(var fact)
                                    && fact.event() instanceof NoteAdded) {
                                throw new StackOverflowError("too deep");
                            }
                            ana.add(signal);
                        },
                        Optional.empty())) {
            one.create(List.of(DECLARED));
            next(ana, Signal.Recorded.class);
            one.record(new NoteAdded("restarted the queue"));

            Signal.RecordFailed told = next(ana, Signal.RecordFailed.class);
            assertThat(told.event()).isEqualTo(new NoteAdded("restarted the queue"));
            assertThat(told.why()).contains("by a fault of its own").contains("too deep");
            assertThat(Await.next("the fault", faults))
                    .hasMessageContaining("restarted the queue")
                    .hasCauseInstanceOf(StackOverflowError.class);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void aRoomThatIsLeftBeforeItsIncidentIsOpenIsNoFaultOfTheProgram() throws Exception {
        LinkedBlockingQueue<Throwable> faults = new LinkedBlockingQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> faults.add(fault));
        try (Recorder one = room("ana", ana, false);
                Recorder two = room("ben", ben, false)) {
            one.create(List.of(DECLARED));
            next(ana, Signal.Recorded.class);
            CompletableFuture<Void> busy = new CompletableFuture<>();
            two.then(busy::join);
            two.open("INC-1");
            Thread leaving = Thread.ofVirtual().start(two::close);
            Await.until("nothing is taken any more", () -> isBeingLeft(two));
            busy.complete(null);
            leaving.join();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(faults).isEmpty();
    }

    private static boolean isBeingLeft(Recorder room) {
        try {
            room.then(() -> {});
            return false;
        } catch (RejectedExecutionException e) {
            return true;
        }
    }

    /** Of two who started the same step, one did, and the other was told who it was. */
    static void startedOnce(List<Signal> answers) {
        assertThat(answers).filteredOn(Signal.Recorded.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Signal.Refused.class::isInstance)
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(((Signal.Refused) it).why())
                                        .matches(
                                                "Roll back: running since [0-9:]{8} UTC, by"
                                                        + " (ana|ben). Nothing was started."));
    }
}
