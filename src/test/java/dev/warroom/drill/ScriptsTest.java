package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The scripts against a production that is broken, and stays so. */
class ScriptsTest {

    private static final String STAND_IN = "#!/bin/sh\nexec %s \"$@\"\n";

    private static final List<String> TOOLS =
            List.of(
                    "bash",
                    "dirname",
                    "basename",
                    "df",
                    "tail",
                    "timeout",
                    "head",
                    "date",
                    "stat",
                    "mktemp",
                    "rm",
                    "tr",
                    "du",
                    "cut");

    private static Drill drill;

    @BeforeAll
    static void start() throws IOException {
        drill = Drill.start(Production.HOME, Scenario.BAD_RELEASE, 1);
    }

    @AfterAll
    static void end() throws IOException {
        drill.close();
    }

    private static Shell.Result run(String script) throws Exception {
        return new Shell(drill.workspace()).run(script);
    }

    @Test
    void theHealthCheckIsCriticalAndSaysWhatFails() throws Exception {
        Shell.Result result = run("./scripts/health-check.sh");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.output())
                .isEqualTo("CRITICAL: render-api: endpoint CRITICAL, error rate CRITICAL\n");
    }

    @Test
    void withoutCurlTheVerboseHealthCheckSaysTheSame(@TempDir Path tools) throws Exception {
        for (String tool : TOOLS) {
            String path = run("command -v " + tool).output().strip();
            Path stand = Files.writeString(tools.resolve(tool), STAND_IN.formatted(path));
            assertThat(stand.toFile().setExecutable(true)).isTrue();
        }
        Shell.Result result =
                new Shell(drill.workspace(), Map.of("PATH", tools.toString()))
                        .run("! command -v curl && ./scripts/health-check.sh --verbose");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.output().lines())
                .hasSize(9)
                .anyMatch(line -> line.matches("  endpoint +CRITICAL: .* answered 503 in .*"))
                .anyMatch(line -> line.matches("  error rate +CRITICAL: \\d+\\.\\d\\d % of .*"))
                .anyMatch(line -> line.matches("  process +OK: render-api 1.4.2 runs .*"))
                .anyMatch(line -> line.matches("  disk +OK: .*"));
    }

    @Test
    void aContinuousCheckGoesOnUntilItIsStopped(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("out");
        Process check =
                new Shell(drill.workspace())
                        .begin("exec ./scripts/health-check.sh --continuous --interval 1", output);
        try {
            Await.until(
                    "two rounds are printed", () -> Files.readString(output).lines().count() >= 2);
            check.destroy();

            assertThat(check.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(check.exitValue()).isEqualTo(2);
            assertThat(Files.readString(output).lines())
                    .allMatch(line -> line.matches("\\d{4}-.*Z CRITICAL: render-api: .*"));
        } finally {
            check.destroyForcibly();
        }
    }

    @Test
    void theErrorRateIsComparedWithItsLimits() throws Exception {
        assertThat(run("./scripts/check-error-rate.sh").code()).isEqualTo(2);
        assertThat(run("./scripts/check-error-rate.sh --critical 100").code()).isEqualTo(1);
        assertThat(run("./scripts/check-error-rate.sh --warning 100 --critical 100").code())
                .isEqualTo(0);
    }

    @Test
    void theDiskIsComparedWithItsLimits() throws Exception {
        assertThat(run("./scripts/check-disk.sh --critical 0").code()).isEqualTo(2);
        assertThat(run("./scripts/check-disk.sh --warning 0 --critical 100").output())
                .matches("WARNING: /\\S* is \\d+ % full, \\d+ MiB free \\(limit 0 %\\)\n");
        assertThat(run("./scripts/check-disk.sh /no/such/place").code()).isEqualTo(3);
    }

    @Test
    void aRollbackWithoutATerminalIsRefusedUnlessForced() throws Exception {
        Shell.Result result = run("./scripts/rollback.sh 1.4.1");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output()).contains("no terminal", "--force");
        assertThat(run("readlink current").output()).isEqualTo("releases/1.4.2\n");
    }

    @Test
    void aDryRunChangesNothing() throws Exception {
        Shell.Result result = run("./scripts/rollback.sh 1.4.1 --force --dry-run");

        assertThat(result.code()).isEqualTo(0);
        assertThat(result.output()).endsWith("Dry run: nothing was changed.\n");
        assertThat(run("readlink current").output()).isEqualTo("releases/1.4.2\n");
    }

    @Test
    void anUnknownReleaseIsRefusedAndTheKnownOnesAreNamed() throws Exception {
        Shell.Result result = run("./scripts/rollback.sh 1.3.0 --force");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output())
                .isEqualTo(
                        "rollback.sh: release 1.3.0 is not in releases/;"
                                + " there are: 1.4.0 1.4.1 1.4.2\n");
    }

    @Test
    void aSecondRollbackAtTheSameTimeIsRefused() throws Exception {
        Shell.Result result =
                run("exec 7>.deploy.lock; flock 7; ./scripts/rollback.sh 1.4.1 --force 7>&-");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.output()).contains("another deployment or rollback runs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rollback.sh ../1.4.1 --force",
                "rollback.sh --force",
                "rollback.sh 1.4.1 1.4.0",
                "rollback.sh '<previous-version>' --force",
                "service.sh",
                "service.sh restrat",
                "service.sh restart --instances 0",
                "service.sh status --instances 2",
                "service.sh start database --instances 2",
                "port.sh",
                "port.sh show 0",
                "generate-daily-report.sh --format pdf",
                "generate-weekly-report.sh --folder",
                "db-sessions.sh end",
                "db-sessions.sh end-idle soon"
            })
    void aWrongCallIsExplainedInOneLine(String call) throws Exception {
        Shell.Result result = run("./scripts/" + call);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.output().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "health-check.sh --continous",
                "health-check.sh --interval 5",
                "health-check.sh --continuous --interval 0",
                "check-error-rate.sh --warning a",
                "check-error-rate.sh --critical",
                "check-disk.sh --warning 101",
                "check-disk.sh --warning"
            })
    void aWrongCallOfACheckIsUnknownAndNeverOk(String call) throws Exception {
        Shell.Result result = run("./scripts/" + call);

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.output().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rollback.sh",
                "service.sh",
                "deploy.sh",
                "db-migrate.sh",
                "db-sessions.sh",
                "port.sh",
                "check-certificate.sh",
                "renew-certificate.sh",
                "clean-volume.sh",
                "generate-daily-report.sh",
                "generate-weekly-report.sh",
                "health-check.sh",
                "check-error-rate.sh",
                "check-disk.sh"
            })
    void helpSaysHowToCallItAndWhatItsExitCodesMean(String script) throws Exception {
        Shell.Result result = run("./scripts/" + script + " --help");

        assertThat(result.code()).isEqualTo(0);
        assertThat(result.output()).startsWith("usage: " + script).contains("Exit codes:");
    }

    @Test
    void outsideOfAWorkspaceTheChecksSayWhereToGo(@TempDir Path elsewhere) throws Exception {
        Path script = drill.workspace().resolve("scripts/health-check.sh");
        Shell.Result result = new Shell(elsewhere).run(script.toString());

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.output()).contains("SERVICE_URL is not set", elsewhere.toString());
    }
}
