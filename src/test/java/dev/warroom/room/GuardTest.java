package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.Policy;
import dev.warroom.policy.Secrets;
import dev.warroom.policy.StepRules;
import dev.warroom.policy.Target;
import dev.warroom.policy.Targets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is dangerous on a target that is tagged production. */
class GuardTest {

    private static final String RUNBOOK =
            """
            # Sweep

            ```bash {target=web-1}
            # 1. Sweep it
            rm -rf /srv/old
            ```

            ```bash {target=web-1}
            # 1. Look
            ls /srv
            ```

            ```bash {target=test-1}
            # 1. Sweep the test machine
            rm -rf /srv/old
            ```
            """;

    private final Desk desk = Desk.walking(120, 30, policy(), RUNBOOK);

    private static Policy policy() {
        Policy usual = Practice.policy();
        return new Policy(
                usual.service(),
                usual.logs(),
                usual.probes(),
                usual.responses(),
                usual.rules(),
                new Targets(
                        List.of(target("web-1", "production"), target("test-1", "test")),
                        List.of(),
                        5),
                Secrets.USUAL,
                StepRules.USUAL);
    }

    private static Target target(String name, String tag) {
        return new Target(
                name,
                name,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(tag));
    }

    private Desk asked() {
        return desk.goTo("Sweep it").press(Key.Kind.ENTER).press(Key.Kind.ENTER).clear();
    }

    private boolean started() {
        return desk.asked().stream().anyMatch(Effect.StartRun.class::isInstance);
    }

    @Test
    void theNameOfTheTargetMustBeTyped() {
        asked();
        assertThat(((Question.Text) desk.room().question().orElseThrow()).purpose().words())
                .isEqualTo("DANGEROUS on production: type web-1 to run it");

        desk.type("web-1").press(Key.Kind.ENTER);
        assertThat(started()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "y", "yes", "web", "WEB-1", "web-12", "production"})
    void nothingElseWillDo(String typed) {
        asked().type(typed).press(Key.Kind.ENTER);

        assertThat(started()).isFalse();
        assertThat(desk.room().notice().text()).contains("That is not web-1");
        desk.type("web-1").press(Key.Kind.ENTER);
        assertThat(started()).isTrue();
    }

    @Test
    void theNameCannotBePasted() {
        asked().signal(new Signal.Pasted("web-1")).press(Key.Kind.ENTER);

        assertThat(started()).isFalse();
    }

    @Test
    void escGoesBackAndRunsNothing() {
        asked().press(Key.Kind.ESCAPE);

        assertThat(desk.room().question()).isEmpty();
        assertThat(started()).isFalse();
    }

    @Test
    void whatIsHarmlessThereOrDangerousElsewhereNeedsNoName() {
        desk.goTo("Look").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        assertThat(started()).isTrue();

        desk.goTo("Sweep the test").press(Key.Kind.ENTER).press(Key.Kind.ENTER);
        assertThat(started()).isTrue();
    }
}
