package dev.warroom.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The terminal as lines. */
class LineTerminalTest {

    @TempDir private Path folder;

    @Test
    void aPercentSignOfAQuestionIsShown() throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        ByteArrayInputStream typed =
                new ByteArrayInputStream("y\n".getBytes(StandardCharsets.UTF_8));
        LineTerminal.Typed answer;
        try (LineTerminal terminal =
                new LineTerminal(
                        new DumbTerminal("test", "dumb", typed, shown, StandardCharsets.UTF_8),
                        folder.resolve("history"))) {
            answer = terminal.read("Does it hold: disk < 80%? y or n: ", List.of(), false, false);
        }

        assertThat(answer).isEqualTo(new LineTerminal.Typed.Text("y"));
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("disk < 80%? y or n: ");
    }
}
