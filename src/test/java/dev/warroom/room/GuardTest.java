package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is dangerous on a target that is tagged production. */
class GuardTest extends TargetsTestBase {

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

    GuardTest() {
        super(at(machines(machine("web-1", "production"), machine("test-1", "test")), RUNBOOK));
    }

    private Desk asked() {
        return enter("Sweep it").clear();
    }

    @Test
    void theNameOfTheTargetMustBeTyped() {
        asked();
        assertThat(asksFor()).isEqualTo("DANGEROUS on production: type web-1 to run it");

        answers("web-1");
        assertThat(started()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "y", "yes", "web", "WEB-1", "web-12", "production"})
    void nothingElseWillDo(String typed) {
        asked().type(typed).press(Key.Kind.ENTER);

        assertThat(started()).isFalse();
        assertThat(desk.room().notice().text()).contains("That is not web-1");
        answers("web-1");
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
        enter("Look");
        assertThat(started()).isTrue();

        enter("Sweep the test");
        assertThat(started()).isTrue();
    }
}
