package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent.VariableSet;
import dev.warroom.incident.IncidentEvent.VariablesReset;
import dev.warroom.incident.Outcome;
import dev.warroom.incident.Where;
import dev.warroom.plain.QuestionText;
import dev.warroom.policy.Policy;
import dev.warroom.policy.StepRules;
import dev.warroom.policy.Target;
import dev.warroom.policy.TargetGroup;
import dev.warroom.policy.Targets;

import org.junit.jupiter.api.Test;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What carries on from step to step, and {@code :env}. */
class VariablesTest {

    private static final String RUNBOOK =
            """
            # Deploy

            ```bash
            # 1. Enter
            cd /srv && export REGION=eu-1
            # 2. Look
            ls
            # 3. Elsewhere
            ls
            ```
            """;

    private final Desk desk = Desk.walking(120, 30, RUNBOOK);
    private final String runbook = desk.room().checklist().runbook().orElseThrow().id();

    private Carried next(String step) {
        desk.goTo(step).press(Key.Kind.ENTER);
        Carried carried =
                ((Question.Preview) desk.room().question().orElseThrow()).launch().carried();
        desk.press(Key.Kind.ESCAPE);
        return carried;
    }

    private Desk ran(String step) {
        desk.goTo(step).press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        return desk.prints(0, "done").clear();
    }

    private Desk env(String rest) {
        return desk.type(":env" + rest).press(Key.Kind.ENTER);
    }

    /** What Enter asks, and the step's script where nothing is left to ask. */
    private static String asks(Desk desk) {
        desk.press(Key.Kind.ENTER);
        return switch (desk.room().question().orElseThrow()) {
            case Question.Preview preview -> preview.script();
            case Question.Text text -> "asks: " + text.purpose().words();
            case Question other -> other.toString();
        };
    }

    private static Target machine(String name, String host, String... variables) {
        Map<String, String> environment =
                Stream.of(variables).collect(Collectors.toMap(it -> it, it -> "live"));
        return Practice.machine(name, host, environment);
    }

    private static Desk deploying(String target) {
        Targets targets =
                new Targets(
                        List.of(
                                machine("app-1", "10.0.0.1", "STAGE", "ZONE"),
                                machine("app-2", "10.0.0.2", "STAGE")),
                        List.of(
                                new TargetGroup(
                                        "app", List.of("app-1", "app-2"), 2, false, List.of())),
                        5);
        Policy policy = Practice.with(Practice.policy(), targets, StepRules.USUAL);
        String step = "# Deploy\n\n```bash {target=%s}\n# 1. Go\n./go $STAGE $ZONE\n```\n";
        return Desk.walking(120, 30, policy, step.formatted(target)).goTo("Go");
    }

    @Test
    void whatTheTargetSetsIsNotAskedForAndStandsAsItIsWritten() {
        assertThat(asks(deploying("app-1"))).isEqualTo("./go $STAGE $ZONE");
        assertThat(asks(deploying("app"))).as("not on all").isEqualTo("asks: $ZONE");
        assertThat(asks(deploying("elsewhere"))).isEqualTo("asks: $STAGE");
    }

    private static List<String> previewed(Desk desk) {
        desk.press(Key.Kind.ENTER);
        return QuestionText.lines(desk.room(), ZoneOffset.UTC);
    }

    @Test
    void thePreviewSaysWhatIsSetThere() {
        assertThat(previewed(deploying("app-1"))).contains("  1 STAGE = live, as it is set there");
        Desk desk = deploying("app-1");
        desk.type(":env STAGE=blue").press(Key.Kind.ENTER);
        assertThat(previewed(desk.goTo("Go"))).contains("  1 STAGE = blue, as it is set there");
    }

    @Test
    void onAnotherTargetThatDoesNotSetItItIsAskedFor() {
        Desk desk = deploying("app-1");
        assertThat(asks(desk)).startsWith("./go");
        desk.press(Key.Kind.TAB);
        assertThat(Targeting.name(desk.room(), desk.room().checklist().steps().getFirst()))
                .isEqualTo("app-2");
        assertThat(desk.room().question()).containsInstanceOf(Question.Text.class);
        desk.type("b").press(Key.Kind.ENTER);
        assertThat(desk.room().question())
                .get()
                .isInstanceOfSatisfying(
                        Question.Preview.class,
                        it -> assertThat(it.script()).isEqualTo("./go $STAGE b"));
    }

    @Test
    void whatIsSetByHandIsNotAskedForEither() {
        Desk desk = deploying("app");
        desk.type(":env ZONE=a").press(Key.Kind.ENTER);
        assertThat(asks(desk.goTo("Go"))).isEqualTo("./go $STAGE $ZONE");
    }

    @Test
    void aStepGoesOnWithWhatTheOneBeforeItOnItsTargetHasLeft() {
        assertThat(next("Enter").run()).isEmpty();
        ran("Enter");
        assertThat(next("Look").run()).contains("RUN-1-1");

        desk.type(":target web-1").press(Key.Kind.ENTER);
        assertThat(next("Look").run()).isEmpty();
    }

    @Test
    void whatWasStoppedIsNotGoneOnWith() {
        ran("Enter").goTo("Look").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        desk.ends(Outcome.STOPPED, 143, java.time.Duration.ofSeconds(1));

        assertThat(next("Elsewhere").run()).contains("RUN-1-1");
    }

    @Test
    void aVariableIsSetForTheStepsThatFollowAndAllIsForgottenByReset() {
        ran("Enter");
        env(" STAGE=blue green");
        assertThat(desk.events())
                .containsExactly(new VariableSet(runbook, "local", "STAGE", "blue green"));
        assertThat(next("Look").variables()).isEqualTo(Map.of("STAGE", "blue green"));

        env(" reset");
        assertThat(desk.events()).containsExactly(new VariablesReset(runbook, "local"));
        assertThat(next("Look")).isEqualTo(Carried.NOTHING);
    }

    @Test
    void aSecretVariableIsGivenToStepsAndNotWrittenDown() {
        env(" API_TOKEN=abc-123");

        assertThat(desk.events())
                .containsExactly(new VariableSet(runbook, "local", "API_TOKEN", "*****"));
        assertThat(next("Look").variables()).isEqualTo(Map.of("API_TOKEN", "abc-123"));
    }

    @Test
    void itIsShownWithWhatIsSetAndSecretsMasked() {
        ran("Enter");
        env(" STAGE=blue");
        desk.clear();
        env("");

        assertThat(desk.asked()).containsExactly(new Effect.ReadLeft("RUN-1-1", Where.HERE));
        assertThat(((Question.Reading) desk.room().question().orElseThrow()).lines())
                .extracting(Notice::text)
                .startsWith(
                        "The next step begins in /srv/sub",
                        "A_TOKEN=*****  (exported by a step)",
                        "REGION=eu-1  (exported by a step)",
                        "STAGE=blue  (set by :env)");
    }

    @Test
    void aVeryLongValueDoesNotHideTheOthers() {
        ran("Enter");
        desk.signal(
                new Signal.LeftRead(
                        "RUN-1-1", "/srv", Map.of("CERTIFICATE", "x".repeat(100_000)), ""));

        assertThat(((Question.Reading) desk.room().question().orElseThrow()).lines())
                .extracting(Notice::text)
                .contains(
                        "CERTIFICATE="
                                + "x".repeat(400)
                                + " … (100000 characters)  (exported by a step)");
    }

    @Test
    void whatSetsNothingIsSaid() {
        for (String wrong : List.of(" 1X=2", " X", " a-b=c")) {
            env(wrong);
            assertThat(desk.room().notice().text()).contains(":env NAME=VALUE");
        }
        assertThat(desk.events()).isEmpty();
    }
}
