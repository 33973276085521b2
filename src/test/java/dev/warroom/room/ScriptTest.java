package dev.warroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.RunbookReader;
import dev.warroom.runbook.Step;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Map;

class ScriptTest {

    private static Step step(String script) {
        String markdown = "# Try\n\n1. Go\n   ```bash\n   " + script + "\n   ```\n";
        Runbook runbook = RunbookReader.read("x.md", markdown).runbooks().getFirst();
        return runbook.steps().getFirst();
    }

    private static String filled(String script, String value) {
        Step step = step(script);
        assertThat(step.placeholders()).as(script).hasSize(1);
        return Script.filled(step, Map.of(step.placeholders().getFirst().name(), value));
    }

    @Test
    void aPlainValueStandsAsItIs() {
        assertThat(filled("./rollback.sh <version> --force", "1.4.1"))
                .isEqualTo("./rollback.sh 1.4.1 --force");
    }

    @Test
    void aValueThatTheShellWouldReadIsQuoted() {
        assertThat(filled("echo <name>", "a b; rm -rf /")).isEqualTo("echo 'a b; rm -rf /'");
    }

    @Test
    void insideQuotesItStaysAPartOfThem() {
        assertThat(filled("echo \"for <name>\"", "a $b `c` \"d\""))
                .isEqualTo("echo \"for a \\$b \\`c\\` \\\"d\\\"\"");
        assertThat(filled("echo 'for <name>'", "it's")).isEqualTo("echo 'for it'\\''s'");
    }

    @Test
    void aNameStaysBeforeTheValueThatIsLeftOut() {
        assertThat(filled("KEY=... ./lamp.sh", "a b")).isEqualTo("KEY='a b' ./lamp.sh");
        assertThat(filled("./lamp.sh --url=\"tide://...\"", "tide://x"))
                .isEqualTo("./lamp.sh --url=tide://x");
        assertThat(filled("printf 'KEY=...\\n'", "it's")).isEqualTo("printf 'KEY=it'\\''s\\n'");
    }

    /** Bash itself says what it makes of the filled script. */
    @Property(tries = 60, seed = "716974416")
    void theShellReadsTheValueAsItWasTyped(
            @ForAll @StringLength(max = 12) @CharRange(from = ' ', to = '~') String value)
            throws Exception {
        for (String script :
                new String[] {"printf %s <name>", "printf %s \"<name>\"", "printf %s '<name>'"}) {
            Process bash =
                    new ProcessBuilder("bash", "-c", filled(script, value))
                            .redirectErrorStream(true)
                            .start();
            String heard = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(heard).as(script).isEqualTo(value);
            assertThat(bash.waitFor()).isZero();
        }
    }
}
