package dev.warroom.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What holds for every text there is. */
class AnyTextTest {

    private static final String[] PIECES = {
        "# ",
        "## ",
        "P1: ",
        "\n",
        "\n\n",
        "- ",
        "- [ ] ",
        "1. ",
        "> ",
        "    ",
        "**",
        "**Expected**",
        "```",
        "```sh\n",
        "```console\n",
        "\n```\n",
        "# 1. ",
        "# Option 2: ",
        "**Option 1: a**\n",
        "$ ",
        "date",
        "tail -f a",
        "<name>",
        "{name}",
        "'",
        "\"",
        "\\\n",
        "<<E",
        "E\n",
        "SHOW a;",
        "(5-15 min)",
        "template",
        "[a](#b)",
        "[[a b]]",
        "==a b==",
        "[[a b|c]]",
        "[[",
        "[a]({{< ref \"b\" >}})",
        "[a]({% link b.md %})",
        "|",
        "&",
        "done",
        "for a in b; do",
        "\r\n",
        "\t",
        "\u0000",
        "é😀",
        "---\n",
        "a: b@c\n",
        "<!--",
        "#",
        "Steps",
        "Symptoms",
        "<details>\n",
        "<pre>",
        "</pre>\n",
        "<?\n",
        "<![CDATA[\n",
        "````md\n",
        "~~~\n",
        " {\"name\":\"x\"",
        "$X ${Y}",
        "X=",
        "[A|B]",
        "user@host",
        "\u00e2\u0153\u2026",
        "top\n",
        "Every 5 minutes",
        "Time: 9:61 PM",
        "Age < 9%",
        "harbour lamp"
    };

    @Property(tries = 3000, seed = "299173000")
    void markdownLikeTextIsRead(@ForAll("markdown") String text) {
        check(text);
    }

    @Property(tries = 500, seed = "133143090")
    void anyTextIsRead(@ForAll String text) {
        check(text);
        check("# A\n\n```sh\n" + text + "\n```\n");
    }

    @Property(tries = 400, seed = "20261128")
    void aMutatedRunbookIsRead(@ForAll("mutated") String text) {
        check(text);
    }

    @Example
    void aMendedFenceInHtmlDoesNotMoveTheLinesBehindIt() {
        Library library = RunbookReader.read("any.md", "</pre>\n```sh\n```sh\ndate\n");

        assertThat(library.runbooks().getFirst().steps())
                .extracting(Step::script, Step::line)
                .containsExactly(tuple("date", 4));
    }

    @Provide
    Arbitrary<String> markdown() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(list -> String.join("", list));
    }

    /**
     * Of real runbooks and of fixtures, in which lines and letters were moved, lost and doubled.
     */
    @Provide
    Arbitrary<String> mutated() throws IOException {
        List<String> files = new ArrayList<>();
        for (String folder : List.of("runbooks", "src/test/resources/runbook")) {
            try (Stream<Path> all = Files.list(Path.of(folder))) {
                for (Path file :
                        all.filter(it -> it.toString().endsWith(".md")).sorted().toList()) {
                    files.add(Files.readString(file));
                }
            }
        }
        return Combinators.combine(
                        Arbitraries.of(files),
                        Arbitraries.integers().between(0, 5).list().ofMinSize(1).ofMaxSize(12),
                        Arbitraries.longs())
                .as(AnyTextTest::mutated);
    }

    private static String mutated(String file, List<Integer> kinds, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(file);
        for (int kind : kinds) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(60));
            String piece = text.substring(from, to);
            switch (kind) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, piece.repeat(1 + random.nextInt(5)));
                case 2 -> text.insert(from, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> text.insert(random.nextInt(text.length() + 1), piece);
                case 4 -> text.replace(from, to, piece.replace('\n', ' '));
                default -> text.replace(from, to, piece.replace(' ', '\n'));
            }
        }
        return text.toString();
    }

    private static void check(String text) {
        Library library = RunbookReader.read("any.md", text);
        List<String> ids = new ArrayList<>();
        long lines = text.lines().count();
        for (Runbook runbook : library.runbooks()) {
            ids.add(runbook.id());
            assertThat(runbook.sections()).isNotEmpty();
            for (Section section : runbook.sections()) {
                ids.add(section.id());
                assertThat(section.id()).startsWith(runbook.id() + "/");
                assertThat(section.outcomes()).hasSameSizeAs(section.expectations());
                section.items().forEach(item -> addIds(item, ids));
            }
            for (Step step : runbook.steps()) {
                assertThat(step.script().isBlank()).isEqualTo(step.kind() == Step.Kind.MANUAL);
                assertThat(step.placeholders()).doesNotContainNull();
                assertThat(step.line()).isBetween(runbook.line(), (int) Math.max(lines, 1));
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
        OutlineTest.check(text);
        assertThat(Library.join(List.of(library, library)).runbooks())
                .extracting(Runbook::id)
                .doesNotHaveDuplicates();
    }

    private static void addIds(Item item, List<String> ids) {
        ids.add(item.id());
        switch (item) {
            case Step _ -> {}
            case Choice choice ->
                    choice.options()
                            .forEach(
                                    option -> {
                                        ids.add(option.id());
                                        assertThat(option.steps()).isNotEmpty();
                                        option.steps().forEach(step -> ids.add(step.id()));
                                    });
        }
    }
}
