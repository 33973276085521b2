package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The runbooks' commands, in a drill's workspace, as their reader would run them. */
class RunbooksTest {

    private static final Path RUNBOOKS = Production.HOME.resolve("runbooks");

    private static Drill broken;
    private static Drill cured;

    @BeforeAll
    static void start() throws Exception {
        broken = Drill.start(Production.HOME, Scenario.BAD_RELEASE);
        cured = Drill.start(Production.HOME, Scenario.BAD_RELEASE);
        assertThat(new Shell(cured.workspace()).run("./scripts/rollback.sh 1.4.1 --force").code())
                .isEqualTo(0);
    }

    @AfterAll
    static void end() throws IOException {
        broken.close();
        cured.close();
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void theRunbookOfEachScenarioIsThere(Scenario scenario) throws Exception {
        assertThat(Files.readAllLines(RUNBOOKS.resolve("incident-response.md")))
                .contains("## " + scenario.runbookTitle());
    }

    @Test
    void diagnosisEndsWellWhileBrokenAndLeadsToTheFinding() throws Exception {
        String text = "";
        List<String> steps =
                steps("incident-response.md", "## P1: Critical incident", "**Resolution");
        for (String step : steps) {
            Shell.Result result = new Shell(broken.workspace()).run(step);
            assertThat(result.code()).as(step + "\n" + result.output()).isEqualTo(0);
            text += result.output();
        }
        assertThat(steps).hasSizeGreaterThan(6);
        assertThat(text)
                .contains("CRITICAL: render-api: endpoint CRITICAL, error rate CRITICAL")
                .contains("failed: no column render_eta")
                .containsPattern("\\d+ render job N failed: no column render_eta")
                .contains("1.4.0\n1.4.1\n1.4.2\n")
                .contains("deployed 1.4.2 (was 1.4.1)");
    }

    @Test
    void theMorningChecklistPassesOnAHealthyService() throws Exception {
        List<String> steps = steps("daily-operations.md", "## Morning Checklist", "## During");
        assertThat(steps).hasSize(5).allSatisfy(step -> endsWell(cured, step, Map.of()));
    }

    @ParameterizedTest
    @EnumSource(Fill.class)
    void everyRunbookRunsOnAHealthyService(Fill runbook) throws Exception {
        List<String> steps = steps(runbook.file, "# ", "\0");
        assertThat(steps).isNotEmpty();
        for (String step : steps) {
            endsWell(cured, step, runbook.values);
        }
    }

    /** What a reader fills in, so that the service stays as it is. */
    enum Fill {
        INCIDENT("incident-response.md", Map.of("<previous-version>", "1.4.1", "<instances>", "3")),
        DAILY("daily-operations.md", Map.of()),
        ROLLBACK("rollback.md", Map.of("<version>", "1.4.1", "<older-version>", "1.4.1")),
        TROUBLE("troubleshooting.md", Map.of("<previous-version>", "1.4.1", "<instances>", "3"));

        private final String file;
        private final Map<String, String> values;

        Fill(String file, Map<String, String> values) {
            this.file = file;
            this.values = values;
        }
    }

    private static void endsWell(Drill drill, String step, Map<String, String> values)
            throws Exception {
        String filled = step;
        for (var value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        assertThat(filled).as("nothing is left to fill in").doesNotContainPattern("<[a-z-]+>");
        Shell.Result result = new Shell(drill.workspace()).run(filled);
        assertThat(result.code()).as(filled + "\n" + result.output()).isEqualTo(0);
    }

    /** The steps of the shell blocks between two lines that begin so; streams are left out. */
    private static List<String> steps(String file, String from, String to) throws IOException {
        List<String> steps = new ArrayList<>();
        boolean within = false;
        StringBuilder block = null;
        for (String line : Files.readAllLines(RUNBOOKS.resolve(file))) {
            String text = line.strip();
            if (block != null) {
                if (text.equals("```")) {
                    steps.addAll(List.of(block.toString().split("(?m)^(?=# \\d+\\. )")));
                    block = null;
                } else {
                    block.append(text).append('\n');
                }
            } else if (text.equals("```bash") && within) {
                block = new StringBuilder();
            } else if (line.startsWith(to)) {
                within = false;
            } else if (line.startsWith(from)) {
                within = true;
            }
        }
        return steps.stream()
                .filter(step -> step.lines().anyMatch(l -> !l.isBlank() && !l.startsWith("#")))
                .filter(step -> !step.matches("(?s).*(tail [^|]*-f|--continuous).*"))
                .toList();
    }
}
