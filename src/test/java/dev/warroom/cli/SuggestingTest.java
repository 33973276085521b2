package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.Signal;
import dev.warroom.room.Suggestions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Commands that suggest values. */
class SuggestingTest {

    @TempDir Path folder;

    private Signal.Suggested ask(String command) throws Exception {
        return new Suggesting(folder, Duration.ofSeconds(120)).ask("version", command);
    }

    @Test
    void eachLineThatIsPrintedInTheWorkspaceIsAValue() throws Exception {
        Files.writeString(folder.resolve("versions"), "1.4.0\n\n 1.4.1 \n1.4.1\n");

        assertThat(ask("cat versions"))
                .isEqualTo(
                        new Signal.Suggested("version", java.util.List.of("1.4.0", "1.4.1"), ""));
    }

    @Test
    void whatFailsSaysWhy() throws Exception {
        assertThat(ask("echo half; echo no such list >&2; exit 3"))
                .satisfies(
                        it -> {
                            assertThat(it.values()).containsExactly("half");
                            assertThat(it.why()).isEqualTo("exit 3: no such list");
                        });
        assertThat(ask("true").why()).isEqualTo("it printed nothing");
    }

    @Test
    void whatNeverEndsIsEnded() throws Exception {
        Signal.Suggested ended =
                new Suggesting(folder, Duration.ofMillis(300)).ask("version", "echo 1; sleep 60");

        assertThat(ended.why()).startsWith("it was ended after");
        assertThat(ended.values()).containsExactly("1");
    }

    @Test
    void whatPrintsTooMuchIsCutAndHostileTextIsMadeSafe() throws Exception {
        Signal.Suggested much = ask("yes 1 | head -c 300000; printf '\\033[2Jx\\n'");
        assertThat(much.why()).isEqualTo("it printed too much");
        assertThat(ask("seq 1 5000").values()).hasSize(Suggestions.MOST);

        assertThat(ask("printf '\\033[2Jx\\n'").values())
                .singleElement()
                .satisfies(it -> assertThat(it).doesNotContain("\u001b"));
    }
}
