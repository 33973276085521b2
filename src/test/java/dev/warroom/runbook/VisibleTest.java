package dev.warroom.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every line of text is somewhere in what was read: in a runbook, on a page or in a template. What a
 * rendered page does not show either is no text: comments of HTML, front matter, and what stands
 * behind a fence.
 */
class VisibleTest {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]{2,}");

    /** Lines that mean something each; a number makes every one of them different. */
    private static final List<String> LINES =
            List.of(
                    "# Heading ¤",
                    "## Part ¤",
                    "### P2: Deep ¤",
                    "**Phase ¤ (5-15 minutes):**",
                    "**Expected Results:**",
                    "**Option 1: First ¤**",
                    "**Option 2: Second ¤**",
                    "## Symptoms",
                    "### Templates",
                    "**When to use:** rain ¤",
                    "Words ¤.",
                    "Words ¤ that announce:",
                    "- bullet ¤",
                    "  - inner bullet ¤",
                    "- [ ] task ¤",
                    "1. entry ¤",
                    "2. **Bold ¤**",
                    "   more of it ¤",
                    "> quoted ¤",
                    "    indented ¤",
                    "    ls /srv/¤",
                    "| cell ¤ | other ¤ |",
                    "<b>html ¤</b>",
                    "[a link ¤](other.md)",
                    "```bash",
                    "```",
                    "```yaml",
                    "# 1. Numbered ¤",
                    "# Option 1: Choice ¤",
                    "# Comment ¤",
                    "ls -l /srv/folder¤",
                    "./run.sh <name-¤>",
                    "SELECT ¤ FROM berths;",
                    "tail -f log-¤",
                    "key: value ¤",
                    "---",
                    "Time: 9:00 AM ¤",
                    "",
                    "");

    @Property(tries = 1500, seed = "20261128")
    void everyWordOfAnyDocumentIsShown(@ForAll("documents") String text) {
        assertThat(lost(text)).as(text).isEmpty();
    }

    @Provide
    Arbitrary<String> documents() {
        return Arbitraries.of(LINES)
                .list()
                .ofMaxSize(30)
                .map(
                        lines -> {
                            List<String> numbered = new ArrayList<>();
                            for (String line : lines) {
                                numbered.add(line.replace("¤", "n" + (100 + numbered.size())));
                            }
                            // What begins a file may be front matter, which is no text.
                            return "\n" + String.join("\n", numbered) + "\n";
                        });
    }

    @Example
    void everyWordOfEveryFixtureAndRunbookIsShown() throws IOException {
        for (String folder :
                List.of("runbooks", "src/test/resources/runbook", "src/test/resources/reference")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(it -> it.toString().endsWith(".md")).toList()) {
                    assertThat(lost(shown(Files.readString(file)))).as(file.toString()).isEmpty();
                }
            }
        }
    }

    /** Without what is not shown, and with the letters that the reader mends. */
    private static String shown(String text) {
        SourceText source = SourceText.of("x.md", text);
        return source.joined()
                .replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("(?m)^\\s*\\[[^\\]]+\\]:.*$", "")
                .replaceAll("(?m)^([ >*-]*)(?:`{3,}|~{3,}).*$", "$1")
                .replaceAll("</?[A-Za-z][^<>]*>", "")
                .replaceAll("&[a-z]+;", " ");
    }

    private static Set<String> lost(String text) {
        Set<String> words =
                WORD.matcher(text.replaceAll("(?m)^```.*$", ""))
                        .results()
                        .map(it -> it.group())
                        .collect(Collectors.toCollection(TreeSet::new));
        String all = Dump.of(RunbookReader.read("x.md", text));
        WORD.matcher(all).results().map(it -> it.group()).forEach(words::remove);
        // The names of options, expectations and parts stand there as what they are.
        words.removeAll(Set.of("Option", "Expected", "Results", "results", "html"));
        return words;
    }
}
