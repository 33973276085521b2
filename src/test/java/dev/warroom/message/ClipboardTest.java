package dev.warroom.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ClipboardTest {

    @TempDir Path folder;

    private final List<String> sent = new ArrayList<>();

    private Clipboard clipboard(Map<String, String> environment) {
        return new Clipboard(environment, folder.resolve("messages"), Optional.of(sent::add));
    }

    private String tmux(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("tmux", "-S", folder + "/socket"));
        all.addAll(List.of("-f", "/dev/null"));
        all.addAll(List.of(arguments));
        return Child.run(
                        ChildCommand.of(
                                folder, Duration.ofSeconds(120), all.toArray(String[]::new)))
                .output();
    }

    /** tmux finds its server by the variable in which it names its socket. */
    @Test
    void inTmuxItIsInTheBuffer() throws Exception {
        tmux("new-session", "-d", "cat");
        try {
            String text = "one\n订 \"two\" $HOME\n";
            Clipboard clipboard = clipboard(Map.of("TMUX", folder + "/socket,1,0"));

            assertThat(clipboard.copy("x", text)).isEqualTo("copied to the tmux buffer");
            assertThat(tmux("show-buffer")).isEqualTo(text);
            assertThat(sent).isEmpty();
        } finally {
            tmux("kill-server");
        }
    }

    @Test
    void outsideOfTmuxTheTerminalGetsItAndNothingMoreIsClaimed() throws Exception {
        String text = "订 two\n\u001b[2J";
        assertThat(clipboard(Map.of("TERM", "xterm-256color")).copy("x", text))
                .isEqualTo("sent to the terminal's clipboard");

        assertThat(sent).hasSize(1);
        String sequence = sent.getFirst();
        assertThat(sequence).startsWith("\u001b]52;c;").endsWith("\u0007");
        assertThat(Base64.getDecoder().decode(sequence.substring(7, sequence.length() - 1)))
                .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsTooLongForATerminalGoesToAFile() throws Exception {
        String text = "x".repeat(Clipboard.MOST_FOR_TERMINAL + 1);
        String way = clipboard(Map.of("TERM", "xterm")).copy("INC-1-update", text);

        Path file = folder.resolve("messages/INC-1-update.txt");
        assertThat(way).isEqualTo("written to " + file);
        assertThat(file).hasContent(text);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(sent).isEmpty();
    }

    @Test
    void aConsoleThatWouldShowItGetsAFileAndNoneIsWrittenOver() throws Exception {
        for (String term : List.of("linux", "dumb", "")) {
            assertThat(clipboard(Map.of("TERM", term)).copy("x", term)).startsWith("written to ");
        }
        assertThat(folder.resolve("messages/x.txt")).hasContent("linux");
        assertThat(folder.resolve("messages/x-2.txt")).hasContent("dumb");
        assertThat(folder.resolve("messages/x-3.txt")).exists();
    }

    @Test
    void aTerminalThatIsGoneLeavesAFile() throws Exception {
        Clipboard clipboard =
                new Clipboard(
                        Map.of("TERM", "xterm"),
                        folder.resolve("messages"),
                        Optional.of(
                                it -> {
                                    throw new IOException("gone");
                                }));
        assertThat(clipboard.copy("x", "text")).startsWith("written to ");
    }

    @Test
    void whereNothingCanBeWrittenThatIsSaid() throws Exception {
        Files.writeString(folder.resolve("messages"), "a file");
        assertThatThrownBy(() -> clipboard(Map.of()).copy("x", "text"))
                .isInstanceOf(IOException.class);
    }
}
