package dev.warroom.runbook;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

import java.util.ArrayList;
import java.util.List;

/**
 * The rest of a paragraph that is too long to be one. The parser copies a paragraph at each of its
 * lines that might begin something else, which takes hours for a million of them; so after some
 * such lines everything up to the next blank line is taken as words.
 */
final class LongParagraph extends CustomBlock {

    /** Lines of a paragraph that may begin something else. */
    static final int MOST_LINES = 500;

    private final List<String> lines = new ArrayList<>();

    private LongParagraph() {}

    List<String> lines() {
        return lines;
    }

    /** Watches one text being parsed. */
    static BlockParserFactory watch() {
        return new BlockParserFactory() {
            private Block paragraph;
            private int count;

            @Override
            public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
                Block block = matched.getMatchedBlockParser().getBlock();
                count = block == paragraph ? count + 1 : 0;
                paragraph = block;
                boolean tooLong = block instanceof Paragraph && count > MOST_LINES;
                return tooLong
                        ? BlockStart.of(new Reading()).atIndex(state.getIndex())
                        : BlockStart.none();
            }
        };
    }

    private static final class Reading extends AbstractBlockParser {
        private final LongParagraph block = new LongParagraph();

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            block.lines.add(line.getContent().toString());
        }
    }
}
