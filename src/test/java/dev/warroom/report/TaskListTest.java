package dev.warroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.Outcome;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.RunbookReader;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A walk comes out as a task list, and nothing of the runbook is left out. */
class TaskListTest {

    private static final Incident UNTOUCHED = Incident.empty("INC-1");

    @Test
    void everyWordOfARunbookIsInItsTaskList() throws IOException {
        try (var files = Files.list(Path.of("runbooks"))) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file);
                Library library = RunbookReader.read(file.toString(), text);
                String all =
                        library.runbooks().stream()
                                .map(it -> TaskList.of(it, UNTOUCHED))
                                .collect(Collectors.joining("\n"));
                // Front matter is no text.
                Set<String> lost = words(text.replaceFirst("(?s)\\A---\n.*?\n---\n", ""));
                lost.removeAll(words(all));
                // The title of the whole file is above all runbooks.
                lost.removeAll(
                        words(
                                text.lines()
                                        .filter(it -> it.startsWith("# "))
                                        .findFirst()
                                        .orElse("")));
                // What stands outside of every runbook belongs to no walk.
                library.pages().forEach(it -> lost.removeAll(words(it.title() + it.lines())));
                library.templates().forEach(it -> lost.removeAll(words(it.toString())));

                assertThat(lost).as(file.toString()).isEmpty();
            }
        }
    }

    private static Set<String> words(String text) {
        return Pattern.compile("\\p{L}{3,}")
                .matcher(text.replace("\\", ""))
                .results()
                .map(it -> it.group())
                .filter(it -> !Set.of("bash", "sql", "text", "console").contains(it))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void linesStayLinesAndBulletsBullets() {
        Runbook runbook =
                RunbookReader.read("x.md", "# Mend\n\nOne.\n\n- two\n- three\n\n```bash\ndf\n```\n")
                        .runbooks()
                        .getFirst();

        assertThat(TaskList.of(runbook, UNTOUCHED).lines()).contains("One.", "- two", "- three");
    }

    @Test
    void codeThatIsLookedAtAndTablesStayWhatTheyAre() {
        String table = "| Host | Role |\n|---|---|\n| db1 | `main` |\n";
        String code = "```\nspec:\n  replicas: 3\n```\n";
        Library library =
                RunbookReader.read(
                        "x.md",
                        ("# Mend\n\n"
                                        + "Before.\n\n"
                                        + "%s\n"
                                        + "Put this there:\n\n"
                                        + "%s\n"
                                        + "1. Do it\n\n"
                                        + "   It holds:\n\n"
                                        + "   ```yaml\n"
                                        + "   a:\n"
                                        + "     b: 1\n"
                                        + "   ```\n\n"
                                        + "# Page\n\n"
                                        + "Before.\n\n"
                                        + "%s\n"
                                        + "%s")
                                .formatted(
                                        table, code.replace("```\ns", "```yaml\ns"), table, code));

        String list = TaskList.of(library.runbooks().getFirst(), UNTOUCHED);
        assertThat(list)
                .contains("Before.\n\n" + table + "\n", "Put this there:\n\n" + code)
                .contains("  - It holds:\n\n  ```\n  a:\n    b: 1\n  ```\n");
        assertThat(Reading.of(library.pages().getFirst()))
                .isEqualTo("# Page\n\nBefore.\n\n" + table + "\n" + code + "\n");
    }

    @Test
    void whatWasDoneStandsWithItsStep() {
        Runbook runbook =
                RunbookReader.read(
                                "x.md",
                                "# Mend\n\n"
                                        + "1. Look\n\n"
                                        + "   ```bash\n"
                                        + "   df -h\n"
                                        + "   ```\n\n"
                                        + "2. Tell them\n\n**Expected:**\n\n- All is lit\n")
                        .runbooks()
                        .getFirst();
        String look = runbook.steps().get(0).id();
        String tell = runbook.steps().get(1).id();
        Instant at = Instant.parse("2026-01-02T03:04:05Z");
        List<IncidentEvent> events =
                List.of(
                        new IncidentEvent.ChecklistStarted("Mend", "/w"),
                        new IncidentEvent.StepStarted("R-1", look, "Look", "df -h", "local"),
                        new IncidentEvent.StepFinished(
                                "R-1",
                                Outcome.FAILED,
                                OptionalInt.of(3),
                                Duration.ofSeconds(2),
                                0,
                                ""),
                        new IncidentEvent.StepNoted(look, "Look", "the disk is gone"),
                        new IncidentEvent.StepSkipped(tell, "Tell them", "they know"),
                        new IncidentEvent.ExpectationChecked(
                                runbook.sections().getFirst().id() + "?All is lit",
                                "All is lit",
                                true,
                                false,
                                "seen from the pier"));
        Incident walked = UNTOUCHED;
        for (IncidentEvent event : events) {
            walked = walked.apply(new Fact(walked.facts().size() + 1, at, "ada", "box", event));
        }

        assertThat(TaskList.of(runbook, walked))
                .contains("- [ ] Look", "df -h", "on local", "3", "Note by ada", "the disk is gone")
                .contains("- [x] ~~Tell them~~", "skipped by ada", "they know")
                .contains("- [x] All is lit", "Holds, says by ada", "seen from the pier");
    }

    @Test
    void codeInWordsIsCodeAndALoneBacktickIsShownAsItIs() {
        String list =
                TaskList.of(
                        RunbookReader.read(
                                        "x.md",
                                        "# Mend\n\nLook at `a_b | *` *first*, then at <b>.\n\n"
                                                + "1. Fill\n\n   - `df -h` tells\n   - a ` alone\n")
                                .runbooks()
                                .getFirst(),
                        Incident.empty("INC-1"));

        assertThat(list)
                .contains(
                        "Look at `a_b | *` first, then at \\<b\\>.",
                        "- `df -h` tells",
                        "- a \\` alone");
    }
}
