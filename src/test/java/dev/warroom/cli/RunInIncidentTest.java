package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.identity.SigningKey;
import dev.warroom.incident.CommandEvent.DriverAsked;
import dev.warroom.incident.CommandEvent.DriverChanged;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Outcome;
import dev.warroom.incident.Severity;
import dev.warroom.policy.SharedRoom;
import dev.warroom.room.Signal;
import dev.warroom.share.NatsServer;
import dev.warroom.share.RoomStream;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

/** A runbook that ben runs without a screen, in an incident that ana has open on her machine. */
@EnabledIf("dev.warroom.share.NatsServer#installed")
class RunInIncidentTest {

    @TempDir Path folder;

    private final LinkedBlockingQueue<Signal> ana = new LinkedBlockingQueue<>();
    private final StringWriter said = new StringWriter();
    private final Map<String, String> members = new HashMap<>();

    /** A workspace of somebody's own, which the room knows them in. */
    private SharedRoom member(String who, NatsServer server) throws Exception {
        Path place = Files.createDirectories(folder.resolve(who + "/runbooks"));
        Files.writeString(place.resolve("p1.md"), "# Shop\n\n```sh\necho drained\n```\n");
        String text =
                "room: {nats: \"%s\", stream: ops, credentials: %s.nk, members: {%s}}\n"
                        .formatted(
                                server.address(),
                                who,
                                String.join(
                                        ", ",
                                        members.entrySet().stream()
                                                .map(it -> it.getKey() + ": " + it.getValue())
                                                .toList()));
        Files.writeString(folder.resolve(who + "/warroom.yaml"), text);
        return WorkspacePolicy.of(folder.resolve(who)).shared().orElseThrow();
    }

    private void key(String who) throws Exception {
        String seed = SigningKey.newSeed();
        Files.createDirectories(folder.resolve(who));
        Files.writeString(folder.resolve(who + "/" + who + ".nk"), seed);
        members.put(who, SigningKey.ofSeed(seed).orElseThrow().open().toString());
    }

    private Recorder room(SharedRoom shared) {
        Clock clock = Clock.systemUTC();
        Path place = folder.resolve("ana");
        var person = Self.in(Optional.of(shared), place);
        return new Recorder(
                new Opening(place.resolve("state"), false, true, clock),
                person,
                ana::add,
                Optional.of(
                        (journal, answers, look) ->
                                new Meeting(
                                        shared, place, journal, clock, answers, look, person,
                                        () -> "", false)));
    }

    private int run(String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "run",
                                "Shop",
                                "--yes",
                                "--workspace",
                                folder.resolve("ben").toString(),
                                "--state",
                                folder.resolve("ben/state").toString()));
        words.addAll(List.of(more));
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        return line.execute(words.toArray(String[]::new));
    }

    private Incident opened() throws InterruptedException {
        while (true) {
            if (Await.next("the incident", ana) instanceof Signal.JournalOpened(Incident it)) {
                return it;
            }
        }
    }

    /** The next fact of this kind that is in ana's room. */
    private Fact fact(Predicate<Fact> kind) throws InterruptedException {
        while (true) {
            Optional<Fact> fact =
                    switch (Await.next("a fact", ana)) {
                        case Signal.Recorded(Fact own) -> Optional.of(own);
                        case Signal.Learned(Fact other) -> Optional.of(other);
                        default -> Optional.empty();
                    };
            if (fact.filter(kind).isPresent()) {
                return fact.get();
            }
        }
    }

    @Test
    void whatItDoesIsSeenByTheOthersAndWhereSomebodyDrivesItStartsNothingUntilTheSeatIsGiven()
            throws Exception {
        key("ana");
        key("ben");
        try (NatsServer server = NatsServer.start(folder.resolve("server"))) {
            SharedRoom hers = member("ana", server);
            member("ben", server);
            RoomStream.make(hers, folder.resolve("ana"), 1);
            try (Recorder room = room(hers)) {
                room.create(List.of(new Declared(Severity.P1, "no page loads", "shop", "/srv")));
                String id = opened().id();

                assertThat(run("--incident", id)).as(said.toString()).isZero();
                Fact start = fact(it -> it.event() instanceof StepStarted);
                assertThat(start.who()).isEqualTo("ben");
                Fact end = fact(it -> it.event() instanceof StepFinished);
                assertThat(((StepFinished) end.event()).outcome()).isEqualTo(Outcome.PASSED);

                room.record(new DriverChanged("ana", "", ""));
                fact(it -> it.event() instanceof DriverChanged);
                assertThat(run("--incident", id)).isEqualTo(1);
                assertThat(said.toString())
                        .contains("ana drives, and starts the steps: --drive asks for the seat");

                Thread asks = Thread.ofVirtual().start(() -> answer(room));
                assertThat(run("--incident", id, "--drive")).as(said.toString()).isZero();
                asks.join();
                fact(it -> it.event() instanceof StepStarted);
                fact(it -> it.event().equals(new DriverChanged("", "ben", "")));
            }
        }
    }

    /** Ana gives the seat to whoever asks. */
    private void answer(Recorder room) {
        try {
            fact(it -> it.event() instanceof DriverAsked);
            room.record(new DriverChanged("ben", "ana", ""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theSeatIsOfAnIncident() throws Exception {
        Path place = Files.createDirectories(folder.resolve("ben/runbooks"));
        Files.writeString(place.resolve("p1.md"), "# Shop\n\n```sh\necho drained\n```\n");
        assertThat(run("--drive")).isEqualTo(2);
        assertThat(said.toString()).contains("--incident");
    }
}
