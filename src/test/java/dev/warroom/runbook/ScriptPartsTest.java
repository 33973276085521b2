package dev.warroom.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptPartsTest {

    @Test
    void aCommandHasAllItsLines() {
        String script =
                """
                # look
                cd /srv

                for f in a b; do
                    echo $f

                done
                cat <<END
                x
                END
                a |
                  b
                echo 'one
                two'
                f() {
                    true
                }
                last \\
                  --word
                """;

        assertThat(ScriptParts.of(script))
                .containsExactly(
                        new ScriptParts.Part(2, 2),
                        new ScriptParts.Part(4, 7),
                        new ScriptParts.Part(8, 10),
                        new ScriptParts.Part(11, 12),
                        new ScriptParts.Part(13, 14),
                        new ScriptParts.Part(15, 17),
                        new ScriptParts.Part(18, 19));
    }

    @Test
    void whatDoesNotEndEndsWithTheScript() {
        assertThat(ScriptParts.of("a\necho 'open\nb\n"))
                .containsExactly(new ScriptParts.Part(1, 1), new ScriptParts.Part(2, 3));
        assertThat(ScriptParts.of("\n# only words\n")).isEmpty();
    }
}
