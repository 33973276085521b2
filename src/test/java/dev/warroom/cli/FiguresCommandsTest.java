package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.health.HistoryKeeper;
import dev.warroom.incident.IncidentEvent.Acknowledged;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.Severity;
import dev.warroom.journal.Journal;
import dev.warroom.policy.Policy;
import dev.warroom.room.Reading;
import dev.warroom.room.Reading.Health;
import dev.warroom.workspace.WorkspaceReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;

/** What {@code metrics} and {@code report} print of real journals and a real health history. */
class FiguresCommandsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T13:00:00Z");

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void workspace() throws IOException {
        Files.writeString(
                folder.resolve("warroom.yaml"),
                "service: shop\nprobes:\n  - {name: api, tcp: \"127.0.0.1:80\"}\n");
        Policy policy = WorkspaceReader.read(folder).policy();
        try (HistoryKeeper keeper = new HistoryKeeper(state(), folder, policy, err::append)) {
            for (int i = 0; i <= 180; i++) {
                Health health = i >= 60 && i < 90 ? Health.CRITICAL : Health.OK;
                keeper.keep(
                        new Reading(
                                "api",
                                health,
                                NOON.plusSeconds(10L * i),
                                Duration.ofMillis(20),
                                "said"));
            }
        }
        try (Journal journal = Journal.create(state(), "INC")) {
            Declared declared =
                    new Declared(Severity.P1, "checkout is down", "shop", folder.toString());
            journal.append(NOON.plusSeconds(600), "ana", "app-1", declared);
            journal.append(NOON.plusSeconds(660), "ana", "app-1", new Acknowledged());
            journal.append(NOON.plusSeconds(900), "ana", "app-1", new Resolved("", ""));
        }
        try (Journal journal = Journal.create(state(), "INC")) {
            Declared elsewhere = new Declared(Severity.P1, "not here", "mail", "/srv/mail");
            journal.append(NOON.plusSeconds(600), "ana", "app-1", elsewhere);
        }
    }

    private Path state() {
        return folder.resolve("state");
    }

    private int run(Callable<Integer> command, String... options) {
        out.getBuffer().setLength(0);
        CommandLine line = new CommandLine(command);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setExecutionExceptionHandler((failure, it, parsed) -> Main.told(failure, it.getErr()));
        String[] all = new String[options.length + 4];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = "--workspace";
        all[options.length + 1] = folder.toString();
        all[options.length + 2] = "--state";
        all[options.length + 3] = state().toString();
        return line.execute(all);
    }

    private int metrics(String... options) {
        return run(new MetricsCommand(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC), options);
    }

    private int report(String... options) {
        return run(new ReportCommand(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC), options);
    }

    @Test
    void metricsNameEachFigureItsTargetAndWhetherItIsMet() {
        assertThat(metrics("--from", "2026-03-02T12:00:00Z")).isEqualTo(1);
        assertThat(out)
                .hasToString(
                        """
                        shop, 2026-03-02 12:00 to 2026-03-02 13:00 Z
                          Uptime                      83.333 %         > 99.9 %      missed  down for 5 min; 50.0 % of the time watched
                          Error rate                  16.574 %         < 0.1 %       missed  30 of 181 looks failed
                          Response time (95 %)        20 ms            < 500 ms      met     half within 20 ms, 99 % within 20 ms
                          Mean time to acknowledge    1 min            each in time  met     1 of 1 acknowledged
                          Mean time to resolve        5 min            < 30 min      met     1 ended
                          Mean time between failures  none for 45 min  > 720 h       –       no incident began after another ended
                          Status updates kept         1 of 1 incident  all           met     longest silence 5 min
                          Incidents declared: P1 1, P2 0, P3 0, P4 0; open: 0
                          Noted: 0 deployments, 0 security events
                        """);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void asJsonTheyAreNumbersWithTheirUnits() throws IOException {
        assertThat(metrics("--json", "--from", "2026-03-02")).isEqualTo(1);
        JsonNode json = JsonMapper.builder().build().readTree(out.toString());
        assertThat(json.get("service").asString()).isEqualTo("shop");
        JsonNode figures = json.get("figures");
        assertThat(figures.get("mttr").get("value").asDouble()).isEqualTo(300);
        assertThat(figures.get("mttr").get("unit").asString()).isEqualTo("s");
        assertThat(figures.get("uptime").get("met").asBoolean()).isFalse();
        assertThat(figures.get("mtbf").get("value").isNull()).isTrue();
        assertThat(json.get("bySeverity").get("P1").asInt()).isEqualTo(1);
        assertThat(json.get("incidents").size()).isEqualTo(1);
        assertThat(json.has("curves")).isFalse();
    }

    @Test
    void whereNothingIsMissedTheExitCodeIsZero() {
        assertThat(metrics("--from", "2026-02-01", "--to", "2026-03-01")).isZero();
    }

    @Test
    void theReportOfTheDayLooksBackADayAndThatOfTheWeekAWeek() throws IOException {
        assertThat(report("daily")).isZero();
        assertThat(out.toString())
                .startsWith(
                        "# Daily report: shop\n\nFrom 2026-03-01 13:00:00 UTC to 2026-03-02"
                                + " 13:00:00 UTC, 1 d.\n")
                .contains("| INC-1 | P1 | checkout is down | 2026-03-02 12:10:00 | 5 min |");
        assertThat(report("weekly", "--format", "json")).isZero();
        JsonNode json = JsonMapper.builder().build().readTree(out.toString());
        assertThat(json.get("from").asString()).isEqualTo("2026-02-23T13:00:00Z");
        assertThat(json.get("curves").size()).isEqualTo(3);
        assertThat(report("weekly", "--format", "html")).isZero();
        assertThat(out.toString()).startsWith("<!DOCTYPE html>").contains("<svg", "INC-1");
    }

    @Test
    void aJournalThatIsDamagedIsNamedAndTheRestCounts() throws IOException {
        Path journal = state().resolve("incidents/INC-2.jsonl");
        Files.writeString(journal, Files.readString(journal).replace("not here", "not  here"));
        assertThat(report("daily")).isZero();
        assertThat(err.toString()).contains("INC-2.jsonl");
        assertThat(out.toString()).contains("INC-1");
    }

    @Test
    void thePostMortemHasTheCurvesAroundTheIncident() {
        assertThat(run(new PostMortemCommand(), "INC-1")).isZero();
        assertThat(out.toString())
                .contains(
                        "## Health around it\n\n"
                                + "Down: at most 100 %, at the end 0 %; target 0.1 %.");
        assertThat(run(new PostMortemCommand(), "INC-1", "--format", "html")).isZero();
        assertThat(out.toString()).containsSubsequence("Health around it", "<svg", "curve-down");
        assertThat(run(new PostMortemCommand(), "INC-2")).isZero();
        assertThat(out.toString()).doesNotContain("Health around it");
    }

    @Test
    void anotherReportThanThoseThereAreIsWrongUse() {
        assertThat(report("monthly")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("There is no report \"monthly\": write daily or weekly");
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsWrongUse() {
        assertThat(report("daily", "--from", "2026-03-05", "--to", "2026-03-01")).isEqualTo(2);
        assertThat(err.toString()).contains("must lie before --to 2026-03-01T00:00:00Z");
    }
}
