package dev.warroom.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.problem.Problem;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An outline leads to the same runbooks as reading them whole, and to the same steps in them. */
class OutlineTest {

    private static final String TWO =
            """
            # Lamp

            See [the fuses](#fuses).

            ```sh
            lampctl on
            ```

            # Fuses

            1. Swap it, then look at the [lamp](lamp.md)
            """;

    @TestFactory
    Stream<DynamicTest> everyFileIsTheSameInTheEnd() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder :
                List.of("runbooks", "src/test/resources/runbook", "src/test/resources/reference")) {
            try (Stream<Path> all = Files.list(Path.of(folder))) {
                all.filter(it -> it.toString().endsWith(".md")).sorted().forEach(files::add);
            }
        }
        assertThat(files).hasSizeGreaterThan(20);
        return files.stream()
                .map(
                        it ->
                                DynamicTest.dynamicTest(
                                        it.toString(), () -> check(Files.readString(it))));
    }

    @Test
    void ofSeveralFilesOnlyTheOneIsReadWholeThatIsLookedInto() {
        Library library =
                Library.join(
                        List.of(
                                RunbookReader.outline("a.md", TWO),
                                RunbookReader.outline("b.md", TWO)));

        assertThat(library.runbooks())
                .extracting(Runbook::id)
                .containsExactly("lamp", "fuses", "lamp-2", "fuses-2");
        Runbook second = library.byId("fuses-2").orElseThrow();
        assertThat(second.steps())
                .extracting(Step::id)
                .containsExactly("fuses-2/steps/swap-it-then-look-at-the-lamp");
        assertThat(library.having("fuses-2/steps/swap-it-then-look-at-the-lamp")).contains(second);
        assertThat(library.linksOf("b.md"))
                .extracting(Link::in)
                .containsExactly("lamp-2", "fuses-2/steps/swap-it-then-look-at-the-lamp");
    }

    /** Compares an outline of {@code text} with the whole. */
    static void check(String text) {
        checkParser(text);
        checkParts(text);
        Library whole = RunbookReader.read("any.md", text);
        Library outline = RunbookReader.outline("any.md", text);

        assertThat(outline.runbooks())
                .extracting(Runbook::signposts)
                .isEqualTo(whole.runbooks().stream().map(Runbook::signposts).toList());
        assertThat(whole.problems()).containsAll(outline.problems());
        assertThat(Dump.of(withoutProblems(outline))).isEqualTo(Dump.of(withoutProblems(whole)));
    }

    /** What the parser of Markdown is not given reads as if it were. */
    static void checkParser(String text) {
        SourceText source = SourceText.of("any.md", text);
        List<Problem> problems = new ArrayList<>();
        List<Problem> parsers = new ArrayList<>();

        assertThat(seen(MarkdownBlocks.of("any.md", source, problems)))
                .isEqualTo(seen(MarkdownBlocks.read("any.md", source.lines(), false, parsers)));
        assertThat(problems).isEqualTo(parsers);
    }

    private static String seen(List<Block> blocks) {
        StringBuilder seen = new StringBuilder();
        blocks.forEach(it -> see(it, "", seen));
        return seen.toString();
    }

    private static void see(Block block, String indent, StringBuilder seen) {
        seen.append(indent).append(block.line()).append(' ');
        switch (block) {
            case Block.Listing it -> {
                seen.append(it.ordered()).append(it.first()).append('\n');
                for (Block.Entry entry : it.entries()) {
                    seen.append(indent).append("- ").append(entry.line()).append('\n');
                    entry.blocks().forEach(inner -> see(inner, indent + "  ", seen));
                }
            }
            case Block.Quote it -> {
                seen.append(">\n");
                it.blocks().forEach(inner -> see(inner, indent + "  ", seen));
            }
            case Block.Code it -> {
                seen.append(it.info()).append('|').append(it.before()).append(it.behindShell());
                for (int i = 0; i < it.lines().size(); i++) {
                    seen.append('\n').append(it.line(i)).append(' ').append(it.lines().get(i));
                }
                seen.append('\n');
            }
            case Block.Heading _, Block.Html _, Block.Paragraph _ ->
                    seen.append(block).append('\n');
        }
    }

    /** What is said at a glance holds when all is read. */
    private static void checkParts(String text) {
        List<Problem> problems = new ArrayList<>();
        List<Block> blocks = MarkdownBlocks.of("any.md", SourceText.of("any.md", text), problems);
        Vocabulary vocabulary = Vocabulary.of(blocks);
        CodeReader glancing = new CodeReader("any.md", vocabulary, problems);
        CodeReader whole = new CodeReader("any.md", vocabulary, problems);
        List<Part> parts = new ArrayList<>(List.of(Part.outline("any", blocks)));
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            parts.addAll(part.children());
            assertThat(PartOutline.of(part, glancing).hasSteps())
                    .as(part.title())
                    .isEqualTo(
                            PartReader.read(part, whole).sections().stream()
                                    .anyMatch(SectionDraft::hasItems));
            checkCodes(part.blocks(), whole);
        }
    }

    private static void checkCodes(List<Block> blocks, CodeReader whole) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Code it -> {
                    if (RunRule.surelyRuns(it)) {
                        whole.units(it);
                        assertThat(whole.runs(it)).as("%s", it.lines()).isTrue();
                    }
                }
                case Block.Listing it ->
                        it.entries().forEach(entry -> checkCodes(entry.blocks(), whole));
                case Block.Quote it -> checkCodes(it.blocks(), whole);
                case Block.Heading _, Block.Html _, Block.Paragraph _ -> {}
            }
        }
    }

    private static Library withoutProblems(Library it) {
        return new Library(it.runbooks(), List.of(), it.templates(), it.pages(), it.files());
    }
}
