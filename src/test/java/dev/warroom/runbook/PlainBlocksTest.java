package dev.warroom.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.List;

/** What is read without the parser of Markdown, and that it reads as the parser would read it. */
class PlainBlocksTest {

    private static final String[] PLAIN = {
        "",
        "",
        "",
        "words",
        "more words",
        "- one",
        "- two two",
        "1. first",
        "2. second",
        "10. tenth",
        "* star",
        "  more",
        "   more",
        "    more",
        "  - inner",
        "   - inner",
        "   1. inner",
        "   ```",
        "   ```sh",
        "  ```",
        "   date",
        "```",
        "```sh",
        "date",
        "# Heading",
        "   # Heading",
        "| a | b |",
        "|---|---|",
        "**bold** words",
        "(signs)",
        "$ sign",
        "`code` x",
        "[a](#b)",
        "- [ ] box",
        "- [a](#b)",
        "---",
        "   ---",
        "\u2713 done"
    };

    private static final String[] ANY = {
        "<b>",
        "   <b>",
        "<!--",
        "-->",
        "> quoted",
        "[a]: /b",
        "   [a]: /x",
        "[a b",
        "c]: /d",
        "[a]",
        "   [q][a]",
        "\ttab",
        "- \ttab",
        "===",
        "  ===",
        "***",
        "~~~",
        "   ~~~",
        "   ````",
        "``x``",
        "- -",
        "- ",
        "-",
        "1.",
        "1) x",
        "- ```",
        "- # h",
        "- 1. x",
        "      deep",
        "     - deep",
        "words  ",
        "- x  ",
        "   ## h  ",
        " ",
        "   ",
        "  \t",
        "a\0b",
        "   a\0b",
        "```sh &amp;",
        "\\x",
        "+1",
        "*e*",
        "_u_",
        "123 x",
        "\u00a0x",
        "-   x",
        " - x"
    };

    @Property(tries = 6000, seed = "20261130")
    void aPlainBlockReadsAsTheParserReadsIt(@ForAll("plain") String text) {
        OutlineTest.checkParser(text);
    }

    @Property(tries = 4000, seed = "20261201")
    void whatIsNotPlainIsLeftToTheParser(@ForAll("any") String text) {
        OutlineTest.checkParser(text);
    }

    @Example
    void commandsTablesAndListsInEntriesAreRead() {
        String text =
                """
                1. Look:

                   ```sh
                   date
                   ```

                   - at the hour
                   - at the zone
                2. **Write** `it` down.

                | who | when |
                |---|---|
                | all | now |
                """;

        assertThat(plain(text)).isEqualTo(text.lines().count());
        OutlineTest.checkParser(text);
    }

    @Example
    void aParagraphThatDefinesAnAddressIsLeftToTheParser() {
        assertThat(plain("[gate]: http://gate.example\n")).isZero();
        assertThat(plain("- [gate]: http://gate.example\n")).isZero();
    }

    @Example
    void nothingBehindAnOpenFenceIsPlain() {
        assertThat(plain("  ~~~\n\n# Title\n\nwords\n")).isZero();
    }

    /** How many lines are read without the parser. */
    private static long plain(String text) {
        SourceText source = SourceText.of("any.md", text);
        return PlainStretches.in(source.lines(), source.code()).stream()
                .mapToInt(it -> it.to() - it.from())
                .sum();
    }

    @Provide
    Arbitrary<String> plain() {
        return documents(List.of(PLAIN));
    }

    @Provide
    Arbitrary<String> any() {
        List<String> lines = new ArrayList<>(List.of(PLAIN));
        lines.addAll(List.of(ANY));
        return documents(lines);
    }

    private static Arbitrary<String> documents(List<String> lines) {
        return Arbitraries.of(lines).list().ofMaxSize(16).map(it -> String.join("\n", it));
    }
}
