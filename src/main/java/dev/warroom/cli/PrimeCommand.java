package dev.warroom.cli;

import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.Severity;
import dev.warroom.journal.Journal;
import dev.warroom.keys.Bindings;
import dev.warroom.logs.LogFollower;
import dev.warroom.policy.Policy;
import dev.warroom.room.Action;
import dev.warroom.room.Key;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;
import dev.warroom.room.Person;
import dev.warroom.room.Room;
import dev.warroom.room.Signal;
import dev.warroom.runbook.Library;
import dev.warroom.terminal.Rehearsal;
import dev.warroom.view.Look;
import dev.warroom.view.RoomPainter;
import dev.warroom.workspace.LayoutReader;
import dev.warroom.workspace.WorkspaceReader;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Does once, without a terminal, what a start does, so that the launcher can keep the classes it
 * needs ready in a cache.
 */
@Command(name = "prime", hidden = true)
final class PrimeCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("warroom.home", "."));
        Path scratch = Files.createTempDirectory("warroom-prime-");
        try {
            rehearse(home, scratch);
        } finally {
            try (var files = Files.walk(scratch)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return 0;
    }

    private static void rehearse(Path home, Path scratch) throws IOException, InterruptedException {
        Policy policy = WorkspaceReader.read(home).policy();
        Library library = Runbooks.ofWorkspace(home);
        Room room =
                Room.empty(
                        new Person("you", Host.name()),
                        home.toString(),
                        policy,
                        Instant.now(),
                        150,
                        50);
        room =
                room.update(
                                Instant.now(),
                                new Signal.LayoutsRead(
                                        LayoutReader.readAll(home.resolve("layouts"))))
                        .room();
        room = room.update(Instant.now(), new Signal.LibraryRead(library)).room();
        try (Journal journal = Journal.create(scratch, "INC")) {
            var declared =
                    new IncidentEvent.Declared(Severity.P1, "a rehearsal", "", home.toString());
            journal.append(Instant.now(), "you", "here", declared);
            room =
                    room.update(
                                    Instant.now(),
                                    new Signal.JournalOpened(Incident.empty(journal.id())))
                            .room();
        }
        try (Journal journal = Journal.open(scratch, "INC-1")) {
            var replayed = Incident.replay("INC-1", journal.facts());
            room = room.update(Instant.now(), new Signal.JournalOpened(replayed)).room();
        }
        Outside.known(scratch);
        Files.writeString(
                scratch.resolve("a.log"),
                "2026-01-01T00:00:00Z ERROR something failed\n".repeat(2_000));
        CountDownLatch arrived = new CountDownLatch(1);
        Room before = room;
        Room[] after = {room};
        try (LogFollower ignored =
                LogFollower.start(
                        scratch,
                        List.of("*.log"),
                        1_000,
                        new LogFollower.Listener() {
                            @Override
                            public void lines(List<LogLine> batch) {
                                after[0] =
                                        before.update(
                                                        Instant.now(),
                                                        new Signal.LogArrived(batch, 0))
                                                .room();
                                arrived.countDown();
                            }

                            @Override
                            public void source(LogSource source) {}
                        })) {
            arrived.await(5, TimeUnit.SECONDS);
        }
        Bindings bindings = Bindings.usual();
        RoomPainter painter = new RoomPainter(bindings, new Look(ZoneOffset.UTC, true));
        Rehearsal terminal = new Rehearsal();
        terminal.draw(painter.paint(after[0]));
        Room helped = after[0].update(Instant.now(), new Signal.Asked(Action.HELP)).room();
        terminal.draw(painter.paint(helped));
        Signal typed = bindings.meaning(helped, Key.character('j'));
        terminal.draw(painter.paint(helped.update(Instant.now(), typed).room()));
    }
}
