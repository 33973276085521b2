package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.plain.StepText;
import dev.warroom.room.Desk;
import dev.warroom.room.Key;
import dev.warroom.room.Notice;
import dev.warroom.room.Practice;
import dev.warroom.room.Question;
import dev.warroom.room.Room;
import dev.warroom.room.Signal;
import dev.warroom.room.Spot;
import dev.warroom.runbook.AnyRunbook;
import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Item;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Option;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.RunbookReader;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whoever walks a runbook comes by every line that was read of it: in the checklist pane, where
 * long words are shown by Enter, and in the walk by lines.
 */
class WholeWalkTest {

    private static final int WIDE = 4_000;

    @Example
    void everyLineOfEveryRealRunbookIsMet() throws IOException {
        List<Path> folders =
                Stream.of("runbooks", "src/test/resources/runbook", "src/test/resources/reference")
                        .map(Path::of)
                        .toList();
        int runbooks = 0;
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(it -> it.toString().endsWith(".md")).toList()) {
                    runbooks += walk(file.toString(), Files.readString(file));
                }
            }
        }
        assertThat(runbooks).isGreaterThan(100);
    }

    /** {@code -Dwarroom.reference=FILE} names the document that the twin was modelled on. */
    @Example
    void everyLineOfTheReferenceDocumentIsMet() throws IOException {
        String given = System.getProperty("warroom.reference", "");
        Path document = Path.of(given.isEmpty() ? "src/test/resources/reference/twin.md" : given);

        assertThat(walk("reference.md", Files.readString(document))).isEqualTo(15);
    }

    @Property(tries = 200, seed = "20261130")
    void everyLineOfAnyRunbookIsMet(@ForAll("documents") String text) {
        walk("any.md", text);
    }

    @Provide
    Arbitrary<String> documents() {
        return AnyRunbook.documents();
    }

    /** Walks each runbook, and answers how many there were. */
    private static int walk(String file, String markdown) {
        Library library = RunbookReader.read(file, markdown);
        for (Runbook runbook : library.runbooks()) {
            Desk desk = opened(library, runbook);
            List<String> lines = lines(runbook);
            assertThat(lost(lines, inThePane(desk)))
                    .as("lost in the pane: %s of %s", runbook.title(), markdown)
                    .isEmpty();
            assertThat(lost(lines, byLines(desk)))
                    .as("lost by lines: %s of %s", runbook.title(), markdown)
                    .isEmpty();
        }
        return library.runbooks().size();
    }

    private static Desk opened(Library library, Runbook runbook) {
        Incident incident = Incident.empty("RUN-1");
        List<IncidentEvent> events =
                List.of(
                        new IncidentEvent.ChecklistStarted(runbook.title(), "/srv"),
                        new IncidentEvent.RunbookOpened(
                                runbook.id(), runbook.title(), runbook.file()));
        for (IncidentEvent event : events) {
            Instant at = Instant.parse("2026-01-02T03:04:05Z");
            incident =
                    incident.apply(new Fact(incident.facts().size() + 1, at, "ada", "box", event));
        }
        return Desk.bare(200, 50)
                .signal(new Signal.LayoutsRead(Practice.layouts()))
                .signal(Signal.LibraryRead.of(library))
                .signal(new Signal.JournalOpened(incident))
                .press(Key.character('1'))
                .press(Key.character('g'));
    }

    /** All that the checklist pane shows while the cursor goes from its first spot to its last. */
    private static String inThePane(Desk desk) {
        List<String> seen = new ArrayList<>();
        do {
            rows(desk.room(), seen);
            if (desk.room().checklist().spot().filter(WholeWalkTest::isReadApart).isPresent()) {
                desk.press(Key.Kind.ENTER);
                seen.addAll(read(desk));
                desk.press(Key.Kind.ESCAPE);
            }
        } while (goesOn(desk));
        return String.join("\n", seen);
    }

    private static boolean isReadApart(Spot spot) {
        return spot instanceof Spot.OfWords || spot instanceof Spot.OfStep step && step.isLong();
    }

    /** On to the next spot, where there is one. */
    private static boolean goesOn(Desk desk) {
        String before = desk.room().checklist().cursor();
        desk.press(Key.character('j'));
        return !desk.room().checklist().cursor().equals(before);
    }

    private static void rows(Room room, List<String> into) {
        for (ChecklistLine line : ChecklistRows.of(room, ZoneOffset.UTC, WIDE)) {
            line.cells().forEach(it -> into.add(it.text() + " " + it.right()));
        }
    }

    /** What stands there to be read, from its beginning to its end. */
    private static List<String> read(Desk desk) {
        return switch (desk.room().question().orElseThrow()) {
            case Question.Reading it -> it.lines().stream().map(Notice::text).toList();
            case Question it -> throw new AssertionError("not to be read: " + it);
        };
    }

    private static String byLines(Desk desk) {
        List<String> told = new ArrayList<>(StepText.checklist(desk.room()));
        desk.press(Key.character('g'));
        do {
            told.addAll(StepText.selected(desk.room()));
        } while (goesOn(desk));
        return String.join("\n", told);
    }

    /** What was read, a line each, but scripts: those are shown whole before they run. */
    private static List<String> lines(Runbook runbook) {
        List<String> lines = new ArrayList<>(runbook.instructions());
        for (Section section : runbook.sections()) {
            lines.add(section.title());
            section.timeBox().ifPresent(it -> lines.add(it.words()));
            lines.addAll(section.instructions());
            section.items().forEach(it -> lines.addAll(lines(it)));
            section.expectations().forEach(it -> lines.add(it.replaceFirst("^✅ ", "")));
        }
        return lines;
    }

    private static List<String> lines(Item item) {
        return switch (item) {
            case Step step -> lines(step);
            case Choice choice ->
                    choice.options().stream()
                            .flatMap(it -> lines(it).stream())
                            .collect(Collectors.toList());
        };
    }

    private static List<String> lines(Option option) {
        List<String> lines = new ArrayList<>(option.instructions());
        lines.add(option.title());
        option.steps().forEach(it -> lines.addAll(lines(it)));
        return lines;
    }

    private static List<String> lines(Step step) {
        List<String> lines = new ArrayList<>(step.instructions());
        lines.add(step.title());
        step.attributes().expect().ifPresent(lines::add);
        return lines;
    }

    private static List<String> lost(List<String> lines, String seen) {
        String all = plain(seen);
        return lines.stream().filter(it -> !all.contains(plain(it))).distinct().toList();
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
