package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.danger.Danger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewTest {

    private static final String SWEEP =
            """
            # Sweep

            ```bash
            # 1. Sweep the queue
            cd /var/spool/<queue>
            rm -rf old/*
            systemctl kill -s KILL worker
            ```

            **Expected Results:**

            - Disk usage < 80%
            """;

    private final Desk desk = Desk.walking(120, 30, SWEEP).goTo("Sweep the queue");

    private Question.Preview shown() {
        return (Question.Preview) desk.room().question().orElseThrow();
    }

    @Test
    void saysWhatIsDangerousInTheFilledScriptOnWhichLineAndWhy() {
        desk.press(Key.Kind.ENTER).type("mail").press(Key.Kind.ENTER);

        assertThat(shown().script()).startsWith("cd /var/spool/mail");
        assertThat(shown().dangers())
                .extracting(Danger::words)
                .first()
                .asString()
                .startsWith("DANGER, line 2: it deletes old/* with all that is below");
    }

    @Test
    void aValueThatIsDangerousIsSeen() {
        Desk values =
                Desk.walking(120, 30, "# Run\n\n```bash\n# 1. Run it\nbash -c '<what>'\n```\n")
                        .goTo("Run it")
                        .press(Key.Kind.ENTER)
                        .type("rm -rf /srv")
                        .press(Key.Kind.ENTER);

        Question.Preview preview = (Question.Preview) values.room().question().orElseThrow();
        assertThat(preview.dangers()).hasSize(1);
    }

    @Test
    void ofAHarmlessScriptThereIsNothingToSay() {
        Desk harmless = Desk.inIncident().select("Look at the disks").press(Key.Kind.ENTER);

        Question.Preview preview = (Question.Preview) harmless.room().question().orElseThrow();
        assertThat(preview.dangers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "y", "y\n", "yes\n\n", "1", "\u001b[13u", "local\n"})
    void pastedTextNeverRunsIt(String pasted) {
        desk.press(Key.Kind.ENTER).type("mail").press(Key.Kind.ENTER).clear();
        desk.signal(new Signal.Pasted(pasted));

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.room().question()).containsInstanceOf(Question.Preview.class);
    }
}
