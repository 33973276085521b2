package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.runbook.Library;
import dev.warroom.runbook.Placeholder;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.RunbookReader;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;
import dev.warroom.search.RunbookSearch;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The runbooks that come with the product, in a drill's workspace, as their reader would use them.
 */
class RunbooksTest {

    /** What a reader picks instead of the first suggestion, so that the service stays well. */
    private static final Map<String, String> PICKED = Map.of("new-version", "1.4.1");

    private static final Set<String> DONE = new HashSet<>();

    /** By the command that suggests it: many steps ask for the same. */
    private static final Map<String, String> SUGGESTED = new HashMap<>();

    /** What each step of the diagnosis said while the service was broken. */
    private static final Map<String, Shell.Result> DIAGNOSED = new LinkedHashMap<>();

    private static Drill cured;

    @BeforeAll
    static void start() throws Exception {
        cured = Drill.start(Production.HOME, Scenario.BAD_RELEASE, 1);
        for (Step step : diagnosis().steps()) {
            DIAGNOSED.put(step.script(), new Shell(cured.workspace()).run(step.script()));
        }
        assertThat(new Shell(cured.workspace()).run("./scripts/rollback.sh 1.4.1 --force").code())
                .isEqualTo(0);
    }

    @AfterAll
    static void end() throws IOException {
        cured.close();
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.list(Production.HOME.resolve("runbooks"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Library library(Path file) throws IOException {
        return RunbookReader.read(file.getFileName().toString(), Files.readString(file));
    }

    private static Library all() {
        return Library.join(
                files().stream()
                        .map(
                                file -> {
                                    try {
                                        return library(file);
                                    } catch (IOException e) {
                                        throw new UncheckedIOException(e);
                                    }
                                })
                        .toList());
    }

    private static Runbook runbook(String title) {
        return all().runbooks().stream()
                .filter(it -> it.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no runbook \"" + title + "\""));
    }

    private static Section diagnosis() {
        return runbook("P1: Critical incident").sections().stream()
                .filter(it -> it.title().equals("Diagnosis"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void theSymptomOfEachScenarioFindsItsRunbook(Scenario scenario) {
        List<String> found =
                RunbookSearch.of(all()).find(scenario.symptom()).stream()
                        .limit(3)
                        .map(it -> it.runbook().title())
                        .toList();
        if (scenario == Scenario.BAD_RELEASE) {
            // It is declared as a P1; what one sees leads to the guide beside it.
            assertThat(found).first().isEqualTo("High Error Rate");
            assertThat(runbook(scenario.runbookTitle()).severity()).isPresent();
        } else {
            assertThat(found).first().isEqualTo(scenario.runbookTitle());
        }
    }

    @Test
    void everyProcedureOfTheTeamHasARunbook() {
        assertThat(all().runbooks())
                .extracting(Runbook::title)
                .contains(
                        "Morning Checklist",
                        "During the day",
                        "End of Day",
                        "Weekly Report",
                        "P1: Critical incident",
                        "P2: High priority incident",
                        "P3: Medium priority incident",
                        "P4: Low priority incident",
                        "Standard deployment",
                        "Emergency deployment",
                        "Roll back a release",
                        "Application Won't Start",
                        "High Error Rate",
                        "Database Connection Issues",
                        "Memory Leak",
                        "Slow Performance",
                        "Escalate an incident",
                        "Announce an incident",
                        "Tell how it stands",
                        "Say that it is over",
                        "Scheduled maintenance",
                        "Emergency maintenance");
    }

    @Test
    void nothingIsWrongWithThem() {
        assertThat(all().problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPhaseHasItsTimeBox(Path file) throws IOException {
        for (Runbook runbook : library(file).runbooks()) {
            for (Section section : runbook.sections()) {
                boolean asLongAsItLasts =
                        section.title().equals("Communication")
                                || section.title().startsWith("Keep an eye");
                if (!section.steps().isEmpty() && !asLongAsItLasts) {
                    assertThat(section.timeBox())
                            .as(runbook.title() + ": " + section.title())
                            .isPresent();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPlaceholderHasASuggestion(Path file) throws Exception {
        for (Runbook runbook : library(file).runbooks()) {
            for (Step step : runbook.steps()) {
                for (Placeholder placeholder : step.placeholders()) {
                    assertThat(suggested(placeholder)).as(placeholder.written()).isNotBlank();
                }
            }
        }
    }

    /** The first value that the command suggests in the healthy production. */
    private static String suggested(Placeholder placeholder) throws Exception {
        String command =
                placeholder
                        .suggestion()
                        .orElseThrow(() -> new AssertionError("none: " + placeholder.written()));
        if (!SUGGESTED.containsKey(command)) {
            Shell.Result result = new Shell(cured.workspace()).run(command);
            assertThat(result.code()).as(command + "\n" + result.output()).isZero();
            SUGGESTED.put(command, result.output().lines().findFirst().orElse(""));
        }
        return SUGGESTED.get(command);
    }

    @Test
    void diagnosisEndsWellWhileBrokenAndLeadsToTheFinding() {
        StringBuilder text = new StringBuilder();
        DIAGNOSED.forEach(
                (script, result) -> {
                    assertThat(result.code()).as(script + "\n" + result.output()).isEqualTo(0);
                    text.append(result.output());
                });
        assertThat(DIAGNOSED).hasSize(8);
        assertThat(text.toString())
                .contains("production is whole: 1 table with")
                .contains("failed: no column render_eta")
                .containsPattern("\\d+ render job N failed: no column render_eta")
                .contains("1.4.0\n1.4.1\n1.4.2\n")
                .contains("deployed 1.4.2 (was 1.4.1)");
    }

    /**
     * A machine that is far too busy makes the service slow, which is no failure of a command that
     * finds it so: as a person would, this looks again when the service is well.
     */
    private static Shell.Result onHealthyService(String script) throws Exception {
        Shell.Result result = new Shell(cured.workspace()).run(script);
        for (int again = 0; again < 5 && findsItSlow(result); again++) {
            Await.until(
                    "the service is healthy",
                    () -> Production.of(cured).get("/health").status() == 200);
            result = new Shell(cured.workspace()).run(script);
        }
        return result;
    }

    private static boolean findsItSlow(Shell.Result result) {
        return result.code() != 0
                && (result.output().contains("endpoint CRITICAL")
                        || result.output().contains("/health answers 503"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyCommandRunsOnAHealthyService(Path file) throws Exception {
        for (Runbook runbook : library(file).runbooks()) {
            Map<String, String> values = new HashMap<>(PICKED);
            for (Step step : runbook.steps()) {
                if (step.kind() != Step.Kind.COMMAND) {
                    continue;
                }
                String script = step.script();
                for (Placeholder placeholder : step.placeholders()) {
                    if (!values.containsKey(placeholder.name())) {
                        values.put(placeholder.name(), suggested(placeholder));
                    }
                    script = script.replace(placeholder.written(), values.get(placeholder.name()));
                }
                // Reports need the packaged program; ReportScriptsIT runs them.
                if (!script.contains("-report.sh") && DONE.add(script)) {
                    Shell.Result result = onHealthyService(script);
                    assertThat(result.code())
                            .as(runbook.title() + "\n" + script + "\n" + result.output())
                            .isEqualTo(0);
                }
            }
        }
    }
}
