package dev.warroom.bench;

import dev.warroom.keys.Bindings;
import dev.warroom.policy.Policy;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.Notice;
import dev.warroom.room.Person;
import dev.warroom.room.Reading;
import dev.warroom.room.Room;
import dev.warroom.room.Signal;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.RunbookReader;
import dev.warroom.terminal.BlindDisplay;
import dev.warroom.view.Frame;
import dev.warroom.view.Look;
import dev.warroom.view.RoomPainter;
import dev.warroom.workspace.LayoutReader;
import dev.warroom.workspace.RunbookFiles;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What one picture of 200x50 costs, with a pane of logs of about 100x25 in it. */
final class FrameBench {

    private static final int COLUMNS = 200;
    private static final int ROWS = 50;
    private static final int WARM_UPS = 400;
    private static final int TIMES = 600;
    private static final Instant NOW = Instant.parse("2026-03-01T03:14:15Z");

    private FrameBench() {}

    static void main() throws Exception {
        Figures.sayJava();
        RoomPainter painter = new RoomPainter(Bindings.usual(), new Look(ZoneOffset.UTC, true));
        Room room = room();
        Figures.of(WARM_UPS, TIMES, i -> painter.paint(room)).print("painting alone");

        Frame still = painter.paint(room);
        BlindDisplay whole = new BlindDisplay(COLUMNS, ROWS);
        Figures.of(WARM_UPS, TIMES, i -> whole.drawWhole(still)).print("display, all of it");
        Figures.say("    %d bytes a picture", whole.bytes() / (WARM_UPS + TIMES));

        // Painted before, so that only the display is measured.
        List<Frame> scrolling = new ArrayList<>();
        Room moving = room;
        for (int i = 0; i < 16; i++) {
            moving = moving.update(NOW, new Signal.LogArrived(List.of(line(i)), 0)).room();
            scrolling.add(painter.paint(moving));
        }
        BlindDisplay pane = new BlindDisplay(COLUMNS, ROWS);
        Figures.of(WARM_UPS, TIMES, i -> pane.draw(scrolling.get(i % scrolling.size())))
                .print("display, the logs have moved on by a line");
        Figures.say("    %d bytes a picture", pane.bytes() / (WARM_UPS + TIMES));

        Room later = moving.update(NOW.plusSeconds(1), new Signal.Ticked()).room();
        later = later.update(NOW, new Signal.Said(Notice.plain("x"))).room();
        List<Frame> ticking = List.of(painter.paint(moving), painter.paint(later));
        BlindDisplay little = new BlindDisplay(COLUMNS, ROWS);
        Figures.of(WARM_UPS, TIMES, i -> little.draw(ticking.get(i % 2)))
                .print("display, one cell has changed");

        BlindDisplay same = new BlindDisplay(COLUMNS, ROWS);
        Figures.of(WARM_UPS, TIMES, i -> same.draw(still)).print("display, nothing has changed");
    }

    private static Room room() {
        Path here = Path.of("").toAbsolutePath();
        List<Library> libraries = new ArrayList<>();
        RunbookFiles.read(here)
                .forEach(it -> libraries.add(RunbookReader.read(it.name(), it.text())));
        List<Signal> all =
                List.of(
                        new Signal.LayoutsRead(LayoutReader.readAll(here.resolve("layouts"))),
                        Signal.LibraryRead.of(Library.join(libraries)),
                        new Signal.LogArrived(
                                IntStream.range(0, 1_000).mapToObj(FrameBench::line).toList(), 0),
                        new Signal.ProbeAnswered(
                                new Reading(
                                        "disk",
                                        Reading.Health.OK,
                                        NOW,
                                        Duration.ofMillis(12),
                                        "62 % used")));
        Room room =
                Room.empty(
                        new Person("ana", "app-1"),
                        here.toString(),
                        Policy.usual(),
                        NOW,
                        COLUMNS,
                        ROWS);
        for (Signal signal : all) {
            room = room.update(NOW, signal).room();
        }
        return room;
    }

    private static LogLine line(int number) {
        boolean bad = number % 7 == 0;
        return new LogLine(
                "api.log",
                bad ? LogLevel.ERROR : LogLevel.INFO,
                "2026-03-01T03:14:15Z %s request %d took %d ms and went to node %d of the group"
                        .formatted(bad ? "ERROR" : "INFO", number, number * 37 % 900, number % 5));
    }
}
