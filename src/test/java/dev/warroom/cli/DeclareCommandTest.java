package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.ClockChanged;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.journal.JournalReader;
import dev.warroom.journal.Journals;
import dev.warroom.room.Signal;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Incidents declared and listed from the command line. */
class DeclareCommandTest {

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aWorkspace() throws Exception {
        Files.writeString(folder.resolve("warroom.yaml"), "service: shop\n");
        Files.createDirectory(folder.resolve("runbooks"));
        Files.writeString(
                folder.resolve("runbooks/p1.md"), "# P1: Shop is down\n\n1. Look at it\n");
    }

    private int run(String command, String... options) {
        List<String> all = new ArrayList<>(List.of(command, "--state", state().toString()));
        if (command.equals("declare")) {
            all.addAll(List.of("--workspace", folder.toString()));
        }
        all.addAll(List.of(options));
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(all.toArray(String[]::new));
    }

    private Path state() {
        return folder.resolve("state");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aClockThatIsSetBeforeAnybodyOpensItIsNoticedThen() {
        run("declare", "--severity", "P1", "--title", "No page loads");
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        Queue<Signal> signals = new ConcurrentLinkedQueue<>();
        try (Recorder room =
                new Recorder(
                        new Opening(state(), false, false, ahead),
                        Self.here(),
                        signals::add,
                        Optional.empty())) {
            room.open("INC-1");
            Await.until(
                    "that it is noticed",
                    () -> signals.stream().anyMatch(DeclareCommandTest::anHourForward));
        }
    }

    private static boolean anHourForward(Signal signal) {
        return signal instanceof Signal.Recorded(var fact)
                && fact.event() instanceof ClockChanged change
                && change.by().minusHours(1).abs().toSeconds() < 2;
    }

    @Test
    void itPrintsTheIdAndOpensTheRunbookOfTheSeverity() {
        assertThat(run("declare", "--severity", "p1", "--title", "No page loads")).isZero();

        assertThat(out.toString()).isEqualTo("INC-1\n");
        assertThat(JournalReader.read(Journals.file(state(), "INC-1")).facts())
                .extracting(it -> (Object) it.event())
                .first()
                .isEqualTo(
                        new Declared(
                                dev.warroom.incident.Severity.P1,
                                "No page loads",
                                "shop",
                                folder.toString()));
        assertThat(JournalReader.read(Journals.file(state(), "INC-1")).facts().getLast().event())
                .isInstanceOfSatisfying(
                        RunbookOpened.class,
                        it -> assertThat(it.title()).isEqualTo("P1: Shop is down"));
    }

    @Test
    void severalAreOpenAndListedForPeopleAndForPrograms() {
        run("declare", "--severity", "P1", "--title", "No page loads");
        run("declare", "--severity", "P3", "--title", "A typo \"here\"", "--service", "blog");
        out.getBuffer().setLength(0);

        assertThat(run("incidents")).isZero();
        assertThat(out.toString().lines().toList())
                .hasSize(2)
                .satisfies(
                        it -> assertThat(it.get(0)).startsWith("INC-2    P3").endsWith("\"here\""),
                        it -> assertThat(it.get(1)).contains("INC-1    P1").contains("open for"));

        out.getBuffer().setLength(0);
        assertThat(run("incidents", "--json", "--open")).isZero();
        JsonNode first = new JsonMapper().readTree(out.toString().lines().findFirst().get());
        assertThat(first.get("id").asString()).isEqualTo("INC-2");
        assertThat(first.get("title").asString()).isEqualTo("A typo \"here\"");
        assertThat(first.get("open").asBoolean()).isTrue();
        assertThat(first.get("ended").isNull()).isTrue();
    }

    @Test
    void noneIsNoError() {
        assertThat(run("incidents")).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aDamagedOneIsListedAndNamed() throws Exception {
        run("declare", "--severity", "P1", "--title", "No page loads");
        Path file = Journals.file(state(), "INC-1");
        Files.writeString(file, Files.readString(file).replace("No page", "No Page"));

        assertThat(run("incidents")).isEqualTo(1);
        assertThat(err.toString()).contains("INC-1.jsonl:1").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "P9, it is slow, --severity must be one of P1",
        "'', it is slow, --severity must be one of P1",
        "P1, '', --title: An incident needs a title",
        "P1, ' ', --title: An incident needs a title",
        "P1, a\u001b[2Jb, U+001B",
        "P1, a\u202eb, U+202E"
    })
    void whatCannotBeDeclaredIsNamedAndNothingIsBegun(String severity, String title, String why) {
        assertThat(run("declare", "--severity", severity, "--title", title)).isEqualTo(2);

        assertThat(err.toString()).contains(why).doesNotContain("\tat ").doesNotContain("\u001b");
        assertThat(Journals.list(state())).isEmpty();
    }

    @Test
    void aTitleOfAMegabyteAndAServiceWithALineBreakAreRefused() {
        String long1 = "a".repeat(1 << 20);
        assertThat(run("declare", "--severity", "P1", "--title", long1)).isEqualTo(2);
        assertThat(run("declare", "--severity", "P1", "--title", "x", "--service", "a\nb"))
                .isEqualTo(2);
        assertThat(run("declare", "--severity", long1, "--title", "x")).isEqualTo(2);

        assertThat(err.toString())
                .contains("has 1048576 characters, and may have 200")
                .contains("--service cannot be \"a b\": The name has the character U+000A")
                .hasSizeLessThan(2_000);
        assertThat(Journals.list(state())).isEmpty();
    }

    @Test
    void withoutAWorkspaceOrAWordItSaysWhatIsMissing() throws Exception {
        Files.delete(folder.resolve("warroom.yaml"));
        assertThat(run("declare", "--severity", "P1", "--title", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("warroom.yaml");

        assertThat(run("declare", "--severity", "P1")).isEqualTo(2);
        assertThat(err.toString()).contains("--title");
    }
}
