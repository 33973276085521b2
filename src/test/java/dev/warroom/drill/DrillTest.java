package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class DrillTest {

    @Test
    void aFreshDrillIsReallyBroken() throws Exception {
        try (Drill drill = Drill.start(Production.HOME, Scenario.BAD_RELEASE, 1)) {
            Production production = Production.of(drill);

            assertThat(production.get("/health").status()).isEqualTo(503);
            assertThat(production.post("/jobs", "film=last-tram&frames=24").status())
                    .isEqualTo(500);
            assertThat(production.logLines(" ERROR "))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith("failed: no column render_eta"));
            assertThat(production.logLines("\tat dev.warroom.drill.DatabaseConnection.ask"))
                    .isNotEmpty();
            assertThat(drill.title()).isEqualTo("render-api answers 5xx since release 1.4.2");
            assertThat(drill.severity()).isEqualTo("P1");
            assertThat(drill.service()).isEqualTo("render-api");
        }
    }

    @Test
    void theFolderIsAWorkspace() throws Exception {
        try (Drill drill = Drill.start(Production.HOME, Scenario.BAD_RELEASE, 1)) {
            Path folder = drill.workspace();
            int port = ServiceEnvironment.read(folder.resolve("service.env")).port();

            assertThat(Files.readString(folder.resolve("warroom.yaml")))
                    .contains("http: http://127.0.0.1:" + port + "/health", "service: render-api");
            assertThat(folder.resolve("runbooks/incident-response.md")).exists();
            assertThat(folder.resolve("scripts/rollback.sh")).isExecutable();
            assertThat(folder.resolve("scripts/lib/service.sh")).exists();
            assertThat(folder.resolve("scripts/dev")).doesNotExist();
            assertThat(folder.resolve("layouts")).isDirectory();
            assertThat(Files.readSymbolicLink(folder.resolve("current")))
                    .isEqualTo(Path.of("releases", "1.4.2"));
            assertThat(new Shell(folder).run("ls -1 .deployment-versions | tail -5").output())
                    .isEqualTo("1.4.0\n1.4.1\n1.4.2\n");
        }
    }

    @Test
    void thePastIsHealthyAndEndsWithTheDeployment() throws Exception {
        try (Drill drill = Drill.start(Production.HOME, Scenario.BAD_RELEASE, 1)) {
            List<String> log =
                    Files.readAllLines(drill.workspace().resolve("logs/application-api-1.log"));
            int deployed = log.indexOf(only(log, "stopping render-api 1.4.1"));

            assertThat(deployed).isGreaterThan(1_000);
            assertThat(log.subList(0, deployed)).noneMatch(line -> line.contains(" ERROR "));
            assertThat(at(log.getFirst())).isBefore(at(log.get(deployed)).minusSeconds(180));
            assertThat(log.get(deployed + 1)).endsWith("api-1 INFO  starting render-api 1.4.2");
            assertThat(log.subList(0, deployed)).extracting(DrillTest::at).isSorted();
        }
    }

    private static String only(List<String> log, String text) {
        List<String> found = log.stream().filter(line -> line.endsWith(text)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Instant at(String line) {
        return Instant.parse(line.substring(0, line.indexOf(' ')));
    }

    @Test
    void closingTwiceLeavesNeitherProcessNorFolder() throws Exception {
        Drill drill = Drill.start(Production.HOME, Scenario.BAD_RELEASE, 1);
        ProcessHandle production = ProcessHandle.of(drill.productionPid()).orElseThrow();

        drill.close();
        drill.close();

        assertThat(production.isAlive()).isFalse();
        assertThat(Files.exists(drill.workspace(), LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void aProductionThatIsKilledIsStillCleanedUp() throws Exception {
        Drill drill = Drill.start(Production.HOME, Scenario.BAD_RELEASE, 1);
        ProcessHandle production = ProcessHandle.of(drill.productionPid()).orElseThrow();
        production.destroyForcibly();
        Await.until("the production is gone", () -> !production.isAlive());

        drill.close();

        assertThat(drill.workspace()).doesNotExist();
    }

    @Test
    void aProductionThatIsAskedToEndTakesItsFolderWithIt() throws Exception {
        try (Drill drill = Drill.start(Production.HOME, Scenario.BAD_RELEASE, 1)) {
            ProcessHandle production = ProcessHandle.of(drill.productionPid()).orElseThrow();

            production.destroy();

            Await.until("the folder is gone", () -> !Files.exists(drill.workspace()));
            Await.until("the production is gone", () -> !production.isAlive());
        }
    }

    @Test
    void anOwnerThatIsKilledLeavesNothingBehind(@TempDir Path folder) throws Exception {
        killed(folder, "kill -KILL $OWNER");
    }

    @Test
    void anOwnerWhoseProcessGroupIsKilledLeavesNothingBehind(@TempDir Path folder)
            throws Exception {
        killed(folder, "kill -KILL -- -$OWNER");
    }

    private static void killed(Path folder, String kill) throws Exception {
        Path output = folder.resolve("owner.out");
        Process owner =
                new ProcessBuilder(
                                "setsid",
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                DrillOwner.class.getName(),
                                Production.HOME.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            Await.until("the drill runs", () -> Files.readString(output).endsWith("\n"));
            String[] said = Files.readString(output).strip().split(" ");
            ProcessHandle production =
                    ProcessHandle.of(Long.parseLong(said[0])).orElseThrow(AssertionError::new);
            Path workspace = Path.of(said[1]);
            assertThat(workspace).isDirectory();

            var shell = new Shell(folder, Map.of("OWNER", Long.toString(owner.pid())));
            assertThat(shell.run(kill).code()).isZero();

            Await.until("the folder is gone", () -> !Files.exists(workspace));
            Await.until("the production is gone", () -> !production.isAlive());
        } finally {
            owner.destroyForcibly();
        }
    }

    @Test
    void aProductWithoutRunbooksIsNamedAndLeavesNothing(@TempDir Path home) throws Exception {
        List<String> before = drillFolders();

        assertThatThrownBy(() -> Drill.start(home, Scenario.BAD_RELEASE, 1))
                .isInstanceOf(IOException.class)
                .hasMessage(home + " has no folder runbooks: the product is not complete");

        assertThat(before).containsAll(drillFolders());
    }

    private static List<String> drillFolders() {
        String[] found =
                Path.of(System.getProperty("java.io.tmpdir"))
                        .toFile()
                        .list((folder, name) -> name.startsWith("warroom-drill-"));
        return found == null ? List.of() : List.of(found);
    }
}
