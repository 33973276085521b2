package dev.warroom.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Code that the Markdown parser is not given is read as if it were. */
class FoldedCodeTest {

    private static List<Block> blocks(String text) {
        return MarkdownBlocks.of("a.md", SourceText.of("a.md", text), new ArrayList<>());
    }

    @Test
    void aPlainBlockKeepsItsLinesAndTheirNumbers() {
        List<Block> blocks = blocks("Words\n\n```sh\na\n\n  b\n```\nafter\n\n~~~\nc\n~~~\n");

        Block.Code first = (Block.Code) blocks.get(1);
        Block.Code second = (Block.Code) blocks.get(3);
        assertThat(first.lines()).containsExactly("a", "", "  b");
        assertThat(first.line(2)).isEqualTo(6);
        assertThat(blocks.get(2).line()).isEqualTo(8);
        assertThat(second.lines()).containsExactly("c");
        assertThat(second.line()).isEqualTo(11);
    }

    @Test
    void whatLooksLikeABlockInHtmlIsNotLost() {
        List<Block> blocks = blocks("<!--\n```\nhidden\n```\n-->\n\n```sh\na\n```\n");

        assertThat(blocks).singleElement().isInstanceOf(Block.Code.class);
        assertThat(((Block.Code) blocks.getFirst()).lines()).containsExactly("a");
        assertThat(blocks.getFirst().line()).isEqualTo(8);
    }

    @Test
    void aBlankLineOfCodeInAListThatNothingClosesIsKept() {
        String text =
                """
                1. Open it

                   ```
                   # north

                ## Close it

                1. Look
                   # south
                   ```

                   ```
                   # east
                   ```

                ```
                date
                ```
                """;

        OutlineTest.checkParser(text);
    }

    @Test
    void aNulInCodeIsShownAsMarkdownShowsIt() {
        Block.Code code = (Block.Code) blocks("```\na\0b\n```\n").getFirst();

        assertThat(code.lines()).containsExactly("a\uFFFDb");
        assertThat(((Block.Code) blocks("```sh a\0b\n```\n").getFirst()).info())
                .isEqualTo("sh a\uFFFDb");
    }

    @Test
    void aTextWithoutALineHasNoBlocks() {
        assertThat(blocks("")).isEmpty();
    }
}
