package dev.warroom.bench;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.Severity;
import dev.warroom.journal.RoomJournal;
import dev.warroom.keys.Bindings;
import dev.warroom.policy.Policy;
import dev.warroom.policy.SharedRoom;
import dev.warroom.room.Person;
import dev.warroom.room.Room;
import dev.warroom.room.Signal;
import dev.warroom.share.Companion;
import dev.warroom.share.NatsServer;
import dev.warroom.share.OutputQuestion;
import dev.warroom.share.OutputRead;
import dev.warroom.share.RoomStream;
import dev.warroom.share.Sharing;
import dev.warroom.share.Standing;
import dev.warroom.view.Look;
import dev.warroom.view.RoomPainter;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.Subscription;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** From a fact in one room to the picture of another, and what a late joiner waits for. */
final class RoomBench {

    private static final int WARM_UPS = 100;
    private static final int TIMES = 400;
    private static final int LATE = 10_000;
    private static final String ID = "INC-7";
    private static final Duration LONG = Duration.ofMinutes(10);

    private RoomBench() {}

    /** One machine; tells when there is something to read. */
    private static final class Machine implements Sharing.Listener, AutoCloseable {
        private final LinkedBlockingQueue<Boolean> news = new LinkedBlockingQueue<>();
        private final RoomJournal journal;
        private final Sharing sharing;

        Machine(Path folder, String name, SharedRoom room) {
            journal = RoomJournal.open(folder.resolve(name), ID, name);
            sharing =
                    Sharing.start(room, folder, journal, Instant::now, this, name, () -> "", false);
        }

        void record(IncidentEvent event) {
            journal.append(Instant.now(), "ana", "app-1", event, () -> true);
            sharing.recorded();
        }

        List<Fact> next() throws InterruptedException {
            while (true) {
                List<Fact> facts = journal.news();
                if (!facts.isEmpty()) {
                    return facts;
                }
                news.poll(100, TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public void arrived() {
            news.add(true);
        }

        @Override
        public void reached() {}

        @Override
        public void present(List<Companion> others) {}

        @Override
        public void stands(Standing standing) {}

        @Override
        public void outputAsked(OutputQuestion question) {}

        @Override
        public void outputRead(OutputRead read) {}

        @Override
        public void refused(String words) {
            throw new IllegalStateException(words);
        }

        @Override
        public void close() {
            sharing.close();
            journal.close();
        }
    }

    static void main() throws Exception {
        Figures.sayJava();
        try (Scratch scratch = Scratch.onDisk();
                NatsServer server = NatsServer.start(scratch.folder().resolve("server"))) {
            Path folder = scratch.folder();
            SharedRoom shared = server.room();
            RoomStream.make(shared, folder, 1);
            bare(server);
            room(folder, shared);
        }
    }

    private static void bare(NatsServer server) throws Exception {
        Options options = new Options.Builder().server(server.address()).build();
        try (Connection from = Nats.connect(options);
                Connection to = Nats.connect(options)) {
            Subscription subscription = to.subscribe("bare");
            to.flush(Duration.ofSeconds(5));
            byte[] text = "x".repeat(400).getBytes(StandardCharsets.UTF_8);
            print(
                    "jnats: publish to subscriber",
                    Figures.of(
                            WARM_UPS,
                            TIMES,
                            i -> {
                                from.publish("bare", text);
                                require(subscription.nextMessage(Duration.ofSeconds(5)));
                            }));
        }
    }

    private static void room(Path folder, SharedRoom shared) throws Exception {
        RoomPainter painter = new RoomPainter(Bindings.usual(), new Look(ZoneOffset.UTC, true));
        try (Machine ana = new Machine(folder, "ana", shared);
                Machine ben = new Machine(folder, "ben", shared)) {
            ana.record(new Declared(Severity.P1, "checkout is down", "shop", "/srv"));
            Room[] room = {opened(ben.next())};
            print(
                    "a fact, forced to both disks, to the other's picture",
                    Figures.of(
                            WARM_UPS,
                            TIMES,
                            i -> {
                                ana.record(new NoteAdded("note " + i));
                                for (Fact fact : ben.next()) {
                                    room[0] =
                                            room[0].update(fact.at(), new Signal.Learned(fact))
                                                    .room();
                                }
                                require(painter.paint(room[0]));
                            }));
            for (int i = WARM_UPS + TIMES + 1; i < LATE; i++) {
                ana.record(new NoteAdded("note " + i));
            }
            Figures.say("    %d facts are being shared …", LATE);
            ana.sharing.settle(LONG, LONG).ifPresent(RoomBench::fail);
        }
        for (int i = 0; i < 5; i++) {
            late(folder, shared, "late-" + i);
        }
    }

    private static void print(String what, Figures figures) {
        figures.print(what);
        long[] nanos = figures.nanos();
        Figures.say("    99th percentile %8.3f ms", nanos[nanos.length * 99 / 100] / 1e6);
    }

    private static void late(Path folder, SharedRoom shared, String name) throws Exception {
        long begun = System.nanoTime();
        try (Machine late = new Machine(folder, name, shared)) {
            while (late.journal.sharedFacts() < LATE) {
                late.news.poll(100, TimeUnit.MILLISECONDS);
            }
            Incident incident = Incident.replay(ID, late.journal.all());
            Figures.say(
                    "a late joiner has %d facts after %d ms",
                    incident.facts().size(), (System.nanoTime() - begun) / 1_000_000);
        }
    }

    private static Room opened(List<Fact> facts) {
        Room empty =
                Room.empty(
                        new Person("ben", "app-2"), "/srv", Policy.usual(), Instant.now(), 120, 30);
        Incident incident = Incident.replay(ID, facts);
        return empty.update(Instant.now(), new Signal.JournalOpened(incident)).room();
    }

    private static void require(Object what) {
        Optional.ofNullable(what).orElseThrow();
    }

    private static void fail(String why) {
        throw new IllegalStateException(why);
    }
}
