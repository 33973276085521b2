package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.plain.StepText;
import dev.warroom.room.Desk;
import dev.warroom.room.Key;

import org.junit.jupiter.api.Test;

/** A comment between two commands stands between them wherever the script is seen. */
class CommentedScriptTest {

    private static final String RUNBOOK =
            """
            # Move the lamps

            ```bash
            lampctl off
            # Where there is an old list, use it; rm -rf it only then:
            lampctl load
            ```
            """;

    private final Desk desk = Desk.walking(80, 24, RUNBOOK);

    @Test
    void theChecklistShowsItWithoutAPrompt() {
        assertThat(ScreensTest.text(desk))
                .containsSubsequence("$ lampctl off", "  # Where there is", "$ lampctl load")
                .doesNotContain("$ # Where");
    }

    @Test
    void thePreviewShowsItAndNoDangerInIt() {
        desk.press(Key.Kind.ENTER);

        assertThat(ScreensTest.text(desk))
                .containsSubsequence("Run on", "lampctl off", "# Where there is", "lampctl load")
                .doesNotContain("DANGER");
    }

    @Test
    void itIsReadAloudInItsPlace() {
        assertThat(String.join("\n", StepText.selected(desk.room())))
                .containsSubsequence("$ lampctl off", "  # Where there is", "$ lampctl load")
                .doesNotContain("$ # Where");
    }
}
