package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What cures the production, and what does not. */
class RollbackTest {

    private Drill drill;
    private Production production;
    private Shell shell;

    @BeforeEach
    void start() throws IOException {
        drill = Drill.start(Production.HOME, Scenario.BAD_RELEASE, 1);
        production = Production.of(drill);
        shell = new Shell(drill.workspace());
    }

    @AfterEach
    void end() throws IOException {
        drill.close();
    }

    @Test
    void aRollbackCures() throws Exception {
        Shell.Result rollback = shell.run("./scripts/rollback.sh 1.4.1 --force");

        assertThat(rollback)
                .isEqualTo(
                        new Shell.Result(
                                0,
                                "Rolled back: render-api runs 1.4.1 and is healthy (was"
                                        + " 1.4.2).\n"));
        Await.until("it is healthy", () -> production.get("/health").status() == 200);
        assertThat(production.post("/jobs", "film=last-tram&frames=24").status()).isEqualTo(202);
        // At once, but where the machine is so busy that the service is slow.
        Await.until(
                "all checks pass",
                () ->
                        shell.run("./scripts/health-check.sh")
                                .output()
                                .equals("OK: render-api: all 8 checks pass\n"));
        errorsHaveStopped();
        assertThat(shell.run("tail -q -n 2 logs/deployment-*.log").output())
                .contains("rollback from 1.4.2 to 1.4.1 by ", "rollback to 1.4.1: healthy");
        assertThat(shell.run("./scripts/rollback.sh 1.4.1").output())
                .isEqualTo("Nothing to do: render-api runs 1.4.1 already and is healthy.\n");
    }

    private void errorsHaveStopped() throws Exception {
        int errors = production.logLines(" ERROR ").size();
        int traffic = production.logLines("POST /jobs 202").size();
        Await.until(
                "50 more jobs are accepted",
                () -> production.logLines("POST /jobs 202").size() > traffic + 50);
        assertThat(production.logLines(" ERROR ")).hasSize(errors);
    }

    @Test
    void aRestartOfTheBadReleaseCuresNothing() throws Exception {
        Shell.Result restart = shell.run("./scripts/service.sh restart --instances 4");

        assertThat(restart.code()).isEqualTo(0);
        assertThat(restart.output()).startsWith("render-api 1.4.2 runs with 4 instances since ");
        Await.until(
                "it fails again",
                () -> production.get("/health").body().contains("\"status\":\"failing\""));
        assertThat(drill.workspace().resolve("logs/application-api-4.log")).exists();
    }

    @Test
    void theMissingColumnWouldCureToo() throws Exception {
        Path schema = drill.workspace().resolve("store/render_jobs.schema");
        Files.writeString(schema, Files.readString(schema) + "render_eta time\n");

        assertThat(shell.run("./scripts/service.sh restart").code()).isEqualTo(0);

        Await.until("it is healthy", () -> production.get("/health").status() == 200);
    }

    @Test
    void aStoppedServiceIsCriticalAndStartsAgain() throws Exception {
        assertThat(shell.run("./scripts/service.sh stop").code()).isEqualTo(0);
        assertThat(shell.run("./scripts/service.sh status").code()).isEqualTo(3);
        assertThat(shell.run("./scripts/health-check.sh --verbose").output())
                .contains("CRITICAL: no answer from http://127.0.0.1:");

        assertThat(shell.run("./scripts/service.sh start").code()).isEqualTo(0);
        assertThat(shell.run("./scripts/service.sh status").code()).isEqualTo(0);
    }

    @Test
    void aReleaseThatCannotBeReadIsNamedAndTheServiceIsStopped() throws Exception {
        Files.delete(drill.workspace().resolve("releases/1.4.0/queries/list-jobs.query"));

        Shell.Result rollback = shell.run("./scripts/rollback.sh 1.4.0 --force");

        assertThat(rollback.code()).isEqualTo(3);
        assertThat(rollback.output()).contains("restart failed", "current/queries/list-jobs.query");
        assertThat(shell.run("./scripts/service.sh status").code()).isEqualTo(3);
    }

    @Test
    void withoutItsSupervisorAScriptSaysSo() throws Exception {
        ProcessHandle supervisor = ProcessHandle.of(drill.productionPid()).orElseThrow();
        supervisor.destroyForcibly();
        Await.until("the supervisor is gone", () -> !supervisor.isAlive());

        Shell.Result result = shell.run("./scripts/service.sh restart");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.output()).contains("does not run any more");
    }
}
