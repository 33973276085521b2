package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.EveryEvent;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.journal.Journal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The post-mortem of an incident that has one fact of every kind. */
class PostMortemCommandTest {

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void anIncident() throws Exception {
        Files.writeString(folder.resolve("warroom.yaml"), "service: checkout\n");
        try (Journal journal = Journal.create(folder.resolve("state"), "INC")) {
            List<IncidentEvent> events = EveryEvent.events();
            for (int i = 0; i < events.size(); i++) {
                journal.append(EveryEvent.START.plusSeconds(i), "ana", "app-1", events.get(i));
            }
        }
    }

    private int postMortem(String format) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(
                "postmortem",
                "--state",
                folder.resolve("state").toString(),
                "--workspace",
                folder.toString(),
                "--format",
                format,
                "INC-1");
    }

    @Test
    void theJsonHasEveryFactEveryRunEveryMessageAndEveryChoice() {
        assertThat(postMortem("json")).isZero();
        JsonNode read = new ObjectMapper().readTree(out.toString());

        assertThat(read.path("timeline").size()).isEqualTo(EveryEvent.events().size());
        assertThat(read.path("runs").size()).isEqualTo(count("step-started"));
        assertThat(read.path("messages").size())
                .isEqualTo(count("message-sent") + count("hook-answered"));
        assertThat(read.path("choices").size()).isEqualTo(count("option-chosen"));
        assertThat(read.path("choices").get(0).path("reason").asString()).isNotEmpty();
        assertThat(read.path("times").path("began").asString()).startsWith("2026-03-01T03:14:1");
        assertThat(read.path("curves").isArray()).isTrue();
        assertThat(err.toString()).isEmpty();
    }

    private static int count(String type) {
        String name = type.replace("-", "");
        return (int)
                EveryEvent.events().stream()
                        .filter(it -> it.getClass().getSimpleName().equalsIgnoreCase(name))
                        .count();
    }

    @Test
    void aFormThatThereIsNotIsNamedWithThoseThereAre() {
        assertThat(postMortem("pdf")).isEqualTo(2);
        assertThat(err.toString()).contains("pdf").contains("md, html, json");
    }
}
