package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Severity;
import dev.warroom.journal.JournalReader;
import dev.warroom.journal.Journals;
import dev.warroom.policy.SharedRoom;
import dev.warroom.room.Person;
import dev.warroom.room.Signal;
import dev.warroom.share.NatsServer;
import dev.warroom.share.RoomStream;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Two people who have one incident open, each on a machine of their own. */
@EnabledIf("dev.warroom.share.NatsServer#installed")
class ManyMachinesTest {

    private static final IncidentEvent DECLARED =
            new Declared(Severity.P1, "checkout is down", "checkout", "/srv");
    private static final String STEP = "roll-back";

    @TempDir Path folder;

    private final LinkedBlockingQueue<Signal> ana = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Signal> ben = new LinkedBlockingQueue<>();
    private NatsServer server;
    private SharedRoom room;

    @BeforeEach
    void start() throws Exception {
        server = NatsServer.start(folder.resolve("server"));
        room = server.room();
        RoomStream.make(room, folder, 1);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Recorder machine(String name, LinkedBlockingQueue<Signal> signals) {
        return machine(name, signals, false);
    }

    private Recorder machine(String name, LinkedBlockingQueue<Signal> signals, boolean observing) {
        Clock clock = Clock.systemUTC();
        return new Recorder(
                new Opening(folder.resolve(name), observing, true, clock),
                new Person(name, name + "-1"),
                signals::add,
                Optional.of(
                        (journal, answers, look) ->
                                new Meeting(
                                        room,
                                        folder,
                                        journal,
                                        clock,
                                        answers,
                                        look,
                                        new Person(name, name),
                                        () -> "",
                                        observing)));
    }

    private static <S extends Signal> S next(LinkedBlockingQueue<Signal> signals, Class<S> kind)
            throws InterruptedException {
        while (true) {
            Signal signal = signals.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(signal).as("a " + kind.getSimpleName()).isNotNull();
            if (kind.isInstance(signal)) {
                return kind.cast(signal);
            }
        }
    }

    private static StepStarted start(String machine) {
        return new StepStarted("INC-1-1." + machine, STEP, "Roll back", "./r.sh", "local");
    }

    /** Ana declares, and Ben joins; answers what the incident is called. */
    private String together(Recorder one, Recorder two) throws InterruptedException {
        one.create(List.of(DECLARED));
        String id = next(ana, Signal.JournalOpened.class).incident().id();
        next(ana, Signal.Recorded.class);
        two.open(id);
        assertThat(next(ben, Signal.Learned.class).fact().event()).isEqualTo(DECLARED);
        return id;
    }

    @Test
    void theSameStepIsStartedOnOneMachineAndTheOtherIsToldSinceWhenAndByWhom() throws Exception {
        try (Recorder one = machine("ana", ana);
                Recorder two = machine("ben", ben)) {
            together(one, two);
            one.record(start("ana"));
            two.record(start("ben"));
            Signal first = answer(ana);
            Signal second = answer(ben);

            RecorderTest.startedOnce(List.of(first, second));
        }
    }

    private static Signal answer(LinkedBlockingQueue<Signal> signals) throws InterruptedException {
        while (true) {
            Signal signal = signals.poll(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(signal).isNotNull();
            if (signal instanceof Signal.Recorded
                    || signal instanceof Signal.Refused
                    || signal instanceof Signal.ClaimUnconfirmed) {
                return signal;
            }
        }
    }

    @Test
    void whoeverIsCutOffIsAskedAndWhatTheyStartAllTheSameIsInTheRecordOfBoth() throws Exception {
        try (Recorder one = machine("ana", ana);
                Recorder two = machine("ben", ben)) {
            String id = together(one, two);
            server.kill();
            one.record(start("ana"));
            Signal.ClaimUnconfirmed asked = next(ana, Signal.ClaimUnconfirmed.class);
            assertThat(asked.why()).contains("127.0.0.1:" + server.port());
            one.startUnclaimed(asked.start());
            assertThat(next(ana, Signal.Recorded.class).fact().event()).isEqualTo(start("ana"));
            two.record(new NoteAdded("meanwhile"));
            next(ben, Signal.Recorded.class);
            server.start();
            awaitRearranged();

            Path here = Journals.file(folder.resolve("ana"), id);
            Path there = Journals.file(folder.resolve("ben"), id);
            assertThat(JournalReader.read(here).facts()).hasSize(3);
            assertThat(JournalReader.read(there).facts())
                    .extracting(it -> it.event())
                    .contains(start("ana"), new NoteAdded("meanwhile"));
        }
    }

    /** Whoever comes second sees the other's before their own; both end with all. */
    private void awaitRearranged() throws InterruptedException {
        boolean first = false;
        boolean second = false;
        while (!first || !second) {
            first |= told(ana);
            second |= told(ben);
        }
    }

    private static boolean told(LinkedBlockingQueue<Signal> signals) throws InterruptedException {
        Signal signal = signals.poll(100, TimeUnit.MILLISECONDS);
        return signal instanceof Signal.Learned
                || signal instanceof Signal.Rearranged moved && !moved.added().isEmpty();
    }

    @Test
    void whoOnlyObservesSeesWhatOthersDoIsSeenAndBringsNothing() throws Exception {
        try (Recorder one = machine("ana", ana);
                Recorder two = machine("ben", ben, true)) {
            String id = together(one, two);
            Signal.ElsewhereSeen seen = next(ana, Signal.ElsewhereSeen.class);
            while (seen.others().isEmpty()) {
                seen = next(ana, Signal.ElsewhereSeen.class);
            }
            assertThat(seen.others().getFirst().who()).isEqualTo("ben@ben");
            two.record(new NoteAdded("mine"));
            assertThat(next(ben, Signal.Refused.class).why()).contains("only observes");
            two.record(start("ben"));
            assertThat(next(ben, Signal.Refused.class).why()).contains("only observes");
            one.record(new NoteAdded("hers"));
            assertThat(next(ben, Signal.Learned.class).fact().event())
                    .isEqualTo(new NoteAdded("hers"));

            assertThat(JournalReader.read(Journals.file(folder.resolve("ben"), id)).facts())
                    .hasSize(2);
        }
    }

    @Test
    void whatIsRecordedWhileNobodyAnswersWaitsAndIsSaid() throws Exception {
        server.kill();
        try (Recorder one = machine("ana", ana)) {
            one.create(List.of(DECLARED));
            Signal.SharingStands standing = next(ana, Signal.SharingStands.class);
            while (standing.waiting() == 0) {
                standing = next(ana, Signal.SharingStands.class);
            }
            assertThat(standing.trouble()).contains("cannot be reached");
        }
    }
}
