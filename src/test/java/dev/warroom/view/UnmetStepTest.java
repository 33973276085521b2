package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.Desk;
import dev.warroom.room.Key;

import org.junit.jupiter.api.Test;

/** A step that has passed, and has not printed what it must. */
class UnmetStepTest {

    private static final String RUNBOOK =
            """
            # Deploy

            1. Wait for it

               ```bash {expect=ready}
               ./state.sh
               ```
            """;

    private final Desk desk = Desk.walking(120, 30, RUNBOOK);

    private String after(String printed) {
        desk.goTo("Wait for it").press(Key.Kind.ENTER).press(Key.Kind.ENTER).prints(0, printed);
        return ScreensTest.text(desk);
    }

    @Test
    void itDoesNotReadAsPassedUntilItHas() {
        assertThat(after("starting"))
                .contains("✗ Wait for it", "not as expected  exit 0")
                .doesNotContain("✓ Wait for it");
        assertThat(after("it is ready"))
                .contains("✓ Wait for it")
                .doesNotContain("not as expected");
    }
}
