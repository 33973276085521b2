package dev.warroom.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.Desk;
import dev.warroom.room.Key;

import org.junit.jupiter.api.Test;

/** What is read aloud while a runbook is walked line by line. */
class StepTextTest {

    private final Desk desk =
            Desk.walking(
                    80,
                    24,
                    """
                    # Storm

                    Never work alone.

                    **Symptoms:**

                    - Waves at the gate

                    **Work:**

                    Put on boots.

                    1. Look
                    2. Close the gate

                    **What to know:**

                    The pump is slow.

                    **After that:**

                    1. Go home

                    **Escalate to the admiral if:**

                    - It lasts over an hour
                    """);

    private String told() {
        return String.join("\n", StepText.selected(desk.room()));
    }

    @Test
    void wordsThatStandBeforeAStepAreToldWithIt() {
        assertThat(told())
                .containsSubsequence(
                        "Never work alone.",
                        "== Symptoms",
                        "Waves at the gate",
                        "== Work",
                        "Put on boots.",
                        "1 of 3. Look")
                .doesNotContain("The pump is slow.");

        desk.press(Key.character('j'));
        assertThat(told()).contains("== Work", "2 of 3").doesNotContain("Never", "Waves", "boots");

        desk.press(Key.character('j'));
        assertThat(told())
                .containsSubsequence(
                        "== What to know", "The pump is slow.", "== After that", "3 of 3. Go home");
    }

    @Test
    void whatStandsBehindTheLastStepIsToldWithIt() {
        desk.goTo("Go home");

        assertThat(told())
                .containsSubsequence(
                        "3 of 3. Go home",
                        "== Escalate to the admiral if",
                        "It lasts over an hour");
    }

    @Test
    void whatFollowsInTheFileIsTold() {
        Desk walk =
                Desk.walking(80, 24, "# Gates\n\n## Close\n\n1. Look\n\n## Count\n\n1. Count\n");

        walk.press(Key.character('j'));

        assertThat(StepText.selected(walk.room()))
                .contains("Next in this file: Count. Enter opens it.");
    }
}
