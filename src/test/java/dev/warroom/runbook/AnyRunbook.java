package dev.warroom.runbook;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Documents of lines in any order, each of which means something to the reader. */
public final class AnyRunbook {

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

    /** What wikis and the makers of sites write. */
    private static final List<String> OF_SITES =
            List.of(
                    "[[A page ¤]]",
                    "- ==marked ¤==: words",
                    "See [the site ¤]({{< ref \"of-¤.md\" >}})",
                    "[the other ¤]({% link with-¤.md %}#and-¤)",
                    "- [[A page ¤#and part|words ¤]]");

    private AnyRunbook() {}

    /** Up to 30 lines; no word stands in two of them. */
    public static Arbitrary<String> documents() {
        return documents(LINES);
    }

    /** The same, with lines as wikis and sites have them. */
    static Arbitrary<String> documentsOfSites() {
        return documents(Stream.concat(LINES.stream(), OF_SITES.stream()).toList());
    }

    private static Arbitrary<String> documents(List<String> of) {
        return Arbitraries.of(of)
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
}
