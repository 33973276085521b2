package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.Outcome;
import dev.warroom.journal.Journal;
import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Option;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.RunbookReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What {@code runbooks --format md} writes for a ticket. */
class ExportTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    private static final String PIER =
            """
            # The pier is full

            ```bash
            # 1. Count the boats
            ls boats
            ```

            **Option 1: Wait**

            1. Wait for the tide

            **Option 2: Tow**

            1. Tow one away

            **Expected:**

            - Boats < 9
            - Nobody is wet

            # Whom to call

            The harbour master, by night as well.

            # Message templates

            ```
            The pier is {state}.
            ```
            """;

    @TempDir private Path workspace;
    @TempDir private Path state;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void make() throws IOException {
        Files.createDirectory(workspace.resolve("runbooks"));
        Files.writeString(workspace.resolve("runbooks/pier.md"), PIER);
        Files.writeString(
                workspace.resolve("runbooks/other.md"), "# Another\n\n```bash\nuptime\n```\n");
    }

    private int export(String... more) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = new String[more.length + 7];
        String[] first = {
            "runbooks",
            "--format",
            "md",
            "--workspace",
            workspace.toString(),
            "--state",
            state.toString()
        };
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return line.execute(all);
    }

    @Test
    void whatWasDoneInAnIncidentStandsWithItsStepsAndChoices() {
        Runbook pier = RunbookReader.read("runbooks/pier.md", PIER).runbooks().getFirst();
        String count = pier.steps().getFirst().id();
        Choice choice = (Choice) pier.sections().getFirst().items().get(1);
        Option tow = choice.options().getLast();
        String id;
        try (Journal journal = Journal.create(state, "INC")) {
            id = journal.path().getFileName().toString().replace(".jsonl", "");
            for (IncidentEvent event :
                    new IncidentEvent[] {
                        new IncidentEvent.RunbookOpened(pier.id(), pier.title(), pier.file()),
                        new IncidentEvent.StepStarted("R-1", count, "Count", "ls boats", "local"),
                        new IncidentEvent.StepFinished(
                                "R-1",
                                Outcome.FAILED,
                                OptionalInt.of(3),
                                Duration.ofSeconds(2),
                                0,
                                ""),
                        new IncidentEvent.StepStarted("R-2", count, "Count", "ls boats", "local"),
                        new IncidentEvent.StepFinished(
                                "R-2",
                                Outcome.PASSED,
                                OptionalInt.of(0),
                                Duration.ofSeconds(1),
                                0,
                                ""),
                        new IncidentEvent.OptionChosen(
                                choice.id(), tow.id(), tow.title(), "the tide is far"),
                        new IncidentEvent.StepDone(tow.steps().getFirst().id(), "Tow one away"),
                        new IncidentEvent.ExpectationChecked(
                                pier.sections().getFirst().id() + "?Boats < 9",
                                "Boats < 9",
                                true,
                                true,
                                "8 boats")
                    }) {
                journal.append(AT, "ada", "box", event);
            }
        }

        assertThat(export("--incident", id)).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("# The pier is full", "- [x] Count the boats", "ls boats")
                .contains("- [ ] Option 1: Wait", "- [ ] Wait for the tide")
                .contains("- [x] Option 2: Tow", "Picked by ada", "the tide is far")
                .contains("- [x] Tow one away")
                .contains("- [x] Boats \\< 9", "read from the output", "8 boats")
                .contains("- [ ] Nobody is wet")
                // That was not opened in this incident.
                .doesNotContain("Another", "uptime");
        assertThat(out.toString().lines().filter(it -> it.contains("- Run by ada"))).hasSize(2);
    }

    @Test
    void whatWasDoneStaysThoughItsRunbookHasChanged() throws IOException {
        Runbook pier = RunbookReader.read("runbooks/pier.md", PIER).runbooks().getFirst();
        String count = pier.steps().getFirst().id();
        String id;
        try (Journal journal = Journal.create(state, "INC")) {
            id = journal.path().getFileName().toString().replace(".jsonl", "");
            journal.append(
                    AT,
                    "ada",
                    "box",
                    new IncidentEvent.RunbookOpened(pier.id(), pier.title(), pier.file()));
            journal.append(
                    AT,
                    "ada",
                    "box",
                    new IncidentEvent.StepStarted("R-1", count, "Count", "ls boats", "local"));
        }
        Files.writeString(
                workspace.resolve("runbooks/pier.md"), PIER.replace("pier is full", "quay"));

        assertThat(export("--incident", id)).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("Done, and in the runbooks no longer", count, "- Run by ada", "ls boats");
    }

    @Test
    void anIncidentThatIsNotThereIsNamed() {
        assertThat(export("--incident", "INC-404")).isEqualTo(2);
        assertThat(err.toString()).contains("INC-404").doesNotContain("\tat ");
    }

    @Test
    void pagesAndTemplatesAreWrittenToo() {
        assertThat(export()).isZero();
        assertThat(out.toString())
                .contains("# Another", "# The pier is full", "# Whom to call")
                .contains("The harbour master, by night as well.", "The pier is {state}.");
    }

    @Test
    void aLongScriptIsNotCut() throws IOException {
        String script =
                IntStream.range(0, 900)
                        .mapToObj(i -> "echo " + i)
                        .collect(Collectors.joining("\n"));
        Files.writeString(
                workspace.resolve("runbooks/long.md"), "# Long\n\n```bash\n" + script + "\n```\n");

        assertThat(export("--find", "long")).isZero();
        assertThat(out.toString()).contains("echo 899").doesNotContain("more lines");
    }
}
