package dev.warroom.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** What reads for sure without bash is what bash reads. */
class PlainShellTest {

    private static final String[] PIECES = {
        "a",
        "-n",
        "*",
        "x=1",
        "2",
        "~",
        "$x",
        "'c'",
        "\"a $b\"",
        "if",
        "fi",
        "do",
        "in",
        "time",
        "=",
        "!",
        "\"",
        "'",
        "`",
        "\\",
        "$",
        "(",
        ")",
        "{",
        "}",
        "[[",
        "|",
        "||",
        "&",
        "&&",
        ";",
        "<",
        ">",
        ">>",
        "2>&1",
        "#",
        " ",
        "  ",
        "\t",
        "\n"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "df -h\n",
                "# it's a comment (\n\n  df -h # so it's",
                "ps aux | grep nginx | head -n 5\n",
                "systemctl restart \"$SERVICE\" && echo 'it is (back)'; date\n",
                "curl -s http://localhost:8080/x?y=1 >> out.txt 2>&1",
            })
    void whatMostRunbooksSayNeedsNoBash(String script) {
        assertThat(PlainShell.surely(script)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if true\n", "fi", "echo \"x\n", "a |\n", "| a", "a ;; b", "a &&\n", "cat <<EOF\nx",
                "(a", "a)", "echo `x", "x > \n", "\"${x}\"", "a#'b' '", "a=(b", "case x in"
            })
    void whatMayBeWrongIsLeftToBash(String script) {
        assertThat(PlainShell.surely(script)).isFalse();
    }

    @Test
    void bashReadsWhateverIsPlain() throws Exception {
        Random random = new Random(757871131);
        Set<String> plain = new TreeSet<>();
        while (plain.size() < 100) {
            StringBuilder script = new StringBuilder();
            for (int i = random.nextInt(9); i >= 0; i--) {
                script.append(PIECES[random.nextInt(PIECES.length)]);
            }
            if (script.length() > 4 && PlainShell.surely(script.toString())) {
                plain.add(script.toString());
            }
        }
        // One after the other in one program: the first that bash cannot read is its answer.
        String each = "while IFS= read -r -d '' it; do bash -n <<<\"$it\" || break; done 2>&1";
        ChildCommand bash =
                ChildCommand.of(
                                Path.of("").toAbsolutePath(),
                                Duration.ofMinutes(2),
                                "bash",
                                "-c",
                                each)
                        .withInput(
                                (String.join("\0", plain) + "\0").getBytes(StandardCharsets.UTF_8));
        assertThat(Child.run(bash).output()).isEmpty();
    }
}
