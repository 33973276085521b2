package dev.warroom.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.problem.Problem;
import dev.warroom.runbook.RunbookReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Each rule finds what it is for, in the place where it stands, and nothing in what is well. */
class ChecksTest {

    private static final Pattern RULE =
            Pattern.compile("(?ms)^## (\\S+)$.*?^````markdown\\n(.*?)^````$");

    private static Map<String, String> examples() throws IOException {
        Matcher rule = RULE.matcher(Files.readString(Path.of("docs/checks.md")));
        Map<String, String> examples = new TreeMap<>();
        while (rule.find()) {
            examples.put(rule.group(1), rule.group(2));
        }
        return examples;
    }

    static Set<Map.Entry<String, String>> documented() throws IOException {
        return examples().entrySet();
    }

    private static List<Finding> check(String text) {
        return Checks.in(
                new Material(
                        RunbookReader.read("x.md", text),
                        Map.of("x.md", text.lines().toList()),
                        _ -> false));
    }

    @ParameterizedTest
    @MethodSource("documented")
    void theDocumentedExampleIsFound(Map.Entry<String, String> example) {
        assertThat(check(example.getValue()))
                .extracting(Finding::rule)
                .containsOnly(example.getKey());
    }

    @Test
    void everyRuleIsDocumented() throws IOException {
        Set<String> names = new TreeSet<>(Set.of(Checks.READING));
        Checks.RULES.forEach(it -> names.add(it.name()));

        assertThat(examples().keySet()).isEqualTo(names);
    }

    @Test
    void aProblemStandsWhereItIs() {
        List<Finding> found = check("# A\n\n```bash\ncd /srv\n  sudo rm -rf cache\n```\n");

        assertThat(found).hasSize(1);
        Problem problem = found.getFirst().problem();
        assertThat(problem.location()).hasToString("x.md:5:3");
        assertThat(problem.message()).contains("rm -rf cache");
        assertThat(problem.hint()).isNotBlank();
    }

    @Test
    void whatIsWellIsLeftAlone() {
        String text =
                """
                # P1: All is down

                **Look (0-5 minutes):**

                ```bash
                ssh <host> 'df -h'
                psql -c "SELECT 1"
                ```

                **Mend (5-15 minutes):**

                Restore from the backup if this was wrong, see [below](#after).

                ```bash
                ./rollback.sh <previous-version> --force
                ```

                ## After

                - Write it down.
                """;

        assertThat(check(text)).isEmpty();
    }

    @Test
    void anExpectationBesideItIsEnough() {
        assertThat(
                        check(
                                """
                                # Cache

                                ```bash
                                redis-cli FLUSHALL
                                ```

                                **Expected:**

                                - Memory < 80%
                                """))
                .isEmpty();
    }

    @Test
    void theRunbooksOfThisRepositoryAreWell() throws IOException {
        try (var files = Files.list(Path.of("runbooks"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.toString();
                String text = Files.readString(file);
                Material material =
                        new Material(
                                RunbookReader.read(name, text),
                                Map.of(name, text.lines().toList()),
                                it -> Files.exists(Path.of(it)));

                assertThat(Checks.in(material).stream().map(it -> it.problem().toString()))
                        .isEmpty();
            }
        }
    }
}
