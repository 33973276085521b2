package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.EveryEvent;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.StepDone;
import dev.warroom.incident.Severity;
import dev.warroom.journal.Journal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What happened, by kind and by person. */
class LogCommandTest {

    @TempDir Path state;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void anIncident() {
        try (Journal journal = Journal.create(state, "INC")) {
            append(journal, "ana", new Declared(Severity.P1, "it is down", "", ""));
            append(journal, "ana", new NoteAdded("from ana"));
            append(journal, "ben", new NoteAdded("from ben"));
            append(journal, "ben", new StepDone("s", "Look"));
            append(journal, "ana", new HealthChanged("api", "ok", "critical", ""));
        }
    }

    private static void append(Journal journal, String who, IncidentEvent event) {
        journal.append(EveryEvent.START, who, "app-1", event);
    }

    private int log(String... options) {
        List<String> all = new ArrayList<>(List.of("log", "--state", state.toString(), "INC-1"));
        all.addAll(List.of(options));
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(all.toArray(String[]::new));
    }

    @Test
    void factsAreSiftedByKindAndByPerson() {
        assertThat(log("--kind", "NOTE", "--who", "ben")).isZero();
        assertThat(out.toString().lines().toList())
                .hasSize(1)
                .allMatch(it -> it.endsWith("ben@app-1  note: from ben"));

        out.getBuffer().setLength(0);
        assertThat(log("--kind", "health")).isZero();
        assertThat(out.toString()).contains("api: critical").hasLineCount(1);

        out.getBuffer().setLength(0);
        assertThat(log("--who", "nobody")).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "Nothing in INC-1 is by \"nobody\". Its people: ana, ben.\n");
    }

    @Test
    void aKindThatThereIsNotIsNamedWithThoseThereAre() {
        assertThat(log("--kind", "weather")).isEqualTo(2);
        assertThat(err.toString())
                .contains("step, note, message, health, command, and is \"weather\"");

        err.getBuffer().setLength(0);
        assertThat(log("--json", "--who", "ana")).isEqualTo(2);
        assertThat(err.toString()).contains("--json prints all facts");
    }
}
