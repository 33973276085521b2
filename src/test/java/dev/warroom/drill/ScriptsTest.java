package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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

            assertThat(check.waitFor(Await.LIMIT)).isTrue();
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

    /** Whatever a team calls in a hurry answers these in the same way. */
    @Test
    void everyScriptHasHelpAndSaysWhatItWouldDoBeforeItDoesIt() throws Exception {
        Shell.Result listed =
                run("for s in scripts/*.sh; do echo \"== $s\"; ./$s --help || exit 1; done");
        assertThat(listed.code()).isZero();
        String[] helps = listed.output().split("== scripts/");
        assertThat(helps).hasSizeGreaterThan(13);
        for (int i = 1; i < helps.length; i++) {
            String name = helps[i].lines().findFirst().orElseThrow();
            assertThat(helps[i]).contains("usage: " + name, "--verbose", "Exit codes: 0 ");
            if (!name.startsWith("check-") && !name.startsWith("health-")) {
                assertThat(helps[i]).as(name).contains("--dry-run", "/");
            }
        }
        assertThat(run("for s in scripts/*.sh; do ./$s --no-such-thing && exit 1; done; true"))
                .satisfies(it -> assertThat(it.code()).isZero())
                .satisfies(
                        it ->
                                assertThat(it.output().lines())
                                        .hasSize(helps.length - 1)
                                        .allMatch(line -> line.matches("[a-z-]+\\.sh: .*")));
    }

    @Test
    void aRestartIsSaidBeforeAndWrittenDownAfterwards() throws Exception {
        Shell.Result dry = run("./scripts/service.sh restart --instances 1 --dry-run");

        assertThat(dry.code()).isZero();
        assertThat(dry.output())
                .contains("would ask the supervisor to restart the service, 1 instance")
                .endsWith("Dry run: nothing was changed.\n");
        assertThat(run("cat logs/operations-*.log").output()).doesNotContain("restart by");
        assertThat(run("./scripts/service.sh status --dry-run").code()).isEqualTo(2);

        assertThat(run("./scripts/service.sh restart --verbose").output())
                .startsWith(
                        "asked the supervisor to restart the service; waiting for its answer\n");

        assertThat(run("cat logs/operations-*.log").output()).contains("INFO  restart by ");
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

    @ParameterizedTest
    @CsvSource({
        ".deploy.lock, rollback.sh 1.4.1 --force, another deployment or rollback runs",
        ".sessions.lock, db-sessions.sh end-idle 3600, another db-sessions.sh ends connections",
        ".clean.lock, clean-volume.sh, another clean-volume.sh runs",
        "tls/.lock, renew-certificate.sh, another renewal runs"
    })
    void whileOneChangesSomethingAnotherOfItsKindIsRefused(String lock, String call, String refusal)
            throws Exception {
        // What only these two need is made in a folder of its own, so that the service keeps what
        // it has.
        boolean apart = call.startsWith("clean-") || call.startsWith("renew-");
        String folder =
                apart
                        ? "mkdir -p apart/volume apart/tls; touch apart/tls/service.p12; cd apart; "
                        : "";
        Shell.Result result =
                run(
                        folder
                                + "exec 7>"
                                + lock
                                + "; flock 7; export KEYTOOL=true; "
                                + (apart ? "../" : "./")
                                + "scripts/"
                                + call
                                + " 7>&-");

        assertThat(result.output()).contains(refusal);
        assertThat(result.code()).isEqualTo(4);
    }

    @Test
    void whatHoldsAPortIsEndedByOneAtATimeAndThatIsWrittenDown() throws Exception {
        String hold =
                "python3 -c 'import socket, time; s = socket.socket(); s.bind((\"127.0.0.1\", 0));"
                    + " s.listen(); print(s.getsockname()[1], flush=True); time.sleep(60)' >held &"
                    + " for each in $(seq 100); do [ -s held ] && break; sleep 0.1; done; ";
        Shell.Result locked =
                run(hold + "(exec 7>.port.lock; flock 7; ./scripts/port.sh free $(cat held) 7>&-)");
        assertThat(locked.output()).contains("another port.sh frees a port");
        assertThat(locked.code()).isEqualTo(4);

        Shell.Result freed = run("./scripts/port.sh free $(cat held)");
        assertThat(freed.output()).contains("Ended process ", " is free.");
        assertThat(run("cat logs/operations-*.log").output())
                .containsPattern("WARN  process \\d+, which held port \\d+, ended by ");
    }

    @Test
    void whatIsTakenFromTheVolumeIsWrittenDown() throws Exception {
        Shell.Result cleaned =
                run(
                        "mkdir -p taken/volume/trace; cd taken; echo x >volume/trace/a.trace;"
                                + " ../scripts/clean-volume.sh; cat logs/operations-*.log");
        assertThat(cleaned.output()).contains("INFO  1 trace file").contains("removed by ");
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
