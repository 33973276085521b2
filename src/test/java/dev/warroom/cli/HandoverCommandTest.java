package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.CommandEvent.DeadlineExtended;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.Acknowledged;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.incident.Severity;
import dev.warroom.journal.Journal;
import dev.warroom.runbook.Runbook;

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

/** Whoever takes over reads of the same clocks that the room shows. */
class HandoverCommandTest {

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();

    /** Also where it is asked for from somewhere else. */
    @Test
    void theWorkspaceIsTheIncidentsOwnWhereNoOtherIsNamed() throws IOException {
        Files.writeString(
                folder.resolve("warroom.yaml"),
                "service: shop\nseverities: {P1: {acknowledge: 15m, update: 2h}}\n");
        Files.createDirectories(folder.resolve("runbooks"));
        Files.writeString(folder.resolve("runbooks/p1.md"), "# P1: Down\n\n1. Ring the bell\n");
        Runbook runbook = Runbooks.ofWorkspace(folder).runbooks().getFirst();
        try (Journal journal = Journal.create(folder, "INC")) {
            for (IncidentEvent event :
                    new IncidentEvent[] {
                        new Declared(Severity.P1, "No page loads", "shop", folder.toString()),
                        new RunbookOpened(runbook.id(), runbook.title(), runbook.file()),
                        new Acknowledged()
                    }) {
                journal.append(Instant.now(), "ana", "app-1", event);
            }
        }

        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        assertThat(line.execute("handover", "INC-1", "--state", folder.toString())).isZero();
        assertThat(line.execute("postmortem", "INC-1", "--state", folder.toString())).isZero();

        assertThat(out.toString())
                .contains("- Ring the bell")
                .containsPattern("- status update in (2 h|1 h 59 min)")
                .contains("target every 2 h");
    }

    @Test
    void allClocksOfTheRoomAreDueExtensionsCounted() throws IOException {
        Files.writeString(folder.resolve("warroom.yaml"), "service: shop\n");
        Files.createDirectories(folder.resolve("runbooks"));
        Files.writeString(
                folder.resolve("runbooks/p1.md"),
                "# P1: Down\n\n**First look (0-5 minutes):**\n\n1. Look\n2. Look again\n");
        Runbook runbook = Runbooks.ofWorkspace(folder).runbooks().getFirst();
        Instant began = Instant.now().minus(Duration.ofMinutes(20));
        try (Journal journal = Journal.create(folder, "INC")) {
            for (IncidentEvent event :
                    new IncidentEvent[] {
                        new Declared(Severity.P1, "No page loads", "shop", folder.toString()),
                        new RunbookOpened(runbook.id(), runbook.title(), runbook.file()),
                        new Acknowledged(),
                        new DeadlineExtended(
                                "update since " + began, Duration.ofMinutes(30), "we know nothing")
                    }) {
                journal.append(began, "ana", "app-1", event);
            }
        }

        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        String at = folder.toString();
        assertThat(line.execute("handover", "INC-1", "--workspace", at, "--state", at)).isZero();

        assertThat(out.toString())
                .containsPattern("- status update in 2[45] min")
                .containsPattern("- First look \\*\\*over since 15 min")
                .containsPattern("- escalation to level \\d ")
                .doesNotContain("acknowledge");
    }
}
