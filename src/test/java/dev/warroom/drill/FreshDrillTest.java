package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A drill as it is found by whoever begins one. */
class FreshDrillTest {

    private static Drill drill;

    @BeforeAll
    static void start() throws IOException {
        drill = Drill.start(Production.HOME, Scenario.BAD_RELEASE, 1);
    }

    @AfterAll
    static void end() throws IOException {
        drill.close();
    }

    @Test
    void aFreshDrillIsReallyBroken() throws Exception {
        Production production = Production.of(drill);

        assertThat(production.get("/health").status()).isEqualTo(503);
        assertThat(production.post("/jobs", "film=last-tram&frames=24").status()).isEqualTo(500);
        assertThat(production.logLines(" ERROR "))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("failed: no column render_eta"));
        assertThat(production.logLines("\tat dev.warroom.drill.DatabaseConnection.ask"))
                .isNotEmpty();
        assertThat(drill.title()).isEqualTo("render-api answers 5xx since release 1.4.2");
        assertThat(drill.severity()).isEqualTo("P1");
        assertThat(drill.service()).isEqualTo("render-api");
    }

    @Test
    void theFolderIsAWorkspace() throws Exception {
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

    @Test
    void thePastIsHealthyAndEndsWithTheDeployment() throws Exception {
        List<String> log =
                Files.readAllLines(drill.workspace().resolve("logs/application-api-1.log"));
        int deployed = log.indexOf(only(log, "stopping render-api 1.4.1"));

        assertThat(deployed).isGreaterThan(1_000);
        assertThat(log.subList(0, deployed)).noneMatch(line -> line.contains(" ERROR "));
        assertThat(at(log.getFirst())).isBefore(at(log.get(deployed)).minusSeconds(180));
        assertThat(log.get(deployed + 1)).endsWith("api-1 INFO  starting render-api 1.4.2");
        assertThat(log.subList(0, deployed)).extracting(FreshDrillTest::at).isSorted();
    }

    private static String only(List<String> log, String text) {
        List<String> found = log.stream().filter(line -> line.endsWith(text)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Instant at(String line) {
        return Instant.parse(line.substring(0, line.indexOf(' ')));
    }
}
