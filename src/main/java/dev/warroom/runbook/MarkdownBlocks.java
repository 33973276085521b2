package dev.warroom.runbook;

import dev.warroom.problem.Problem;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

import java.util.ArrayList;
import java.util.List;

/**
 * The blocks of a CommonMark text. Inline markup stays as written and is read by {@link Inline}
 * where it is wanted, so that no single paragraph can make the whole file slow.
 */
final class MarkdownBlocks {

    /** How deep lists and quotes may nest; what is deeper is read as words. */
    static final int DEEPEST = 100;

    private final String file;
    private final NumberedLines numbers;
    private final boolean inHtml;
    private final References references;
    private final List<Problem> problems;
    private boolean tooDeepSaid;

    private MarkdownBlocks(
            String file,
            NumberedLines numbers,
            boolean inHtml,
            References references,
            List<Problem> problems) {
        this.file = file;
        this.references = references;
        this.inHtml = inHtml;
        this.numbers = numbers;
        this.problems = problems;
    }

    /** Reads {@code source}; what looks wrong is added to {@code problems}. */
    static List<Block> of(String file, SourceText source, List<Problem> problems) {
        return read(file, source.lines(), false, problems);
    }

    /**
     * Reads lines that stand in a file.
     *
     * @param inHtml whether they stand in HTML, which is not looked into again
     */
    static List<Block> read(
            String file, NumberedLines lines, boolean inHtml, List<Problem> problems) {
        Parser parser =
                Parser.builder()
                        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                        .maxOpenBlockParsers(DEEPEST)
                        .customBlockParserFactory(LongParagraph.watch())
                        .inlineParserFactory(
                                context ->
                                        (text, node) ->
                                                node.appendChild(new Text(text.getContent())))
                        .build();
        Node document = parser.parse(String.join("\n", lines.lines()));
        return new MarkdownBlocks(file, lines, inHtml, References.of(document), problems)
                .children(document, 1);
    }

    private List<Block> children(Node parent, int depth) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (depth >= DEEPEST - 2 && !tooDeepSaid) {
                tooDeepSaid = true;
                sayTooDeep(line(node));
            }
            add(blocks, node, depth);
        }
        return ListMending.of(blocks);
    }

    private void add(List<Block> blocks, Node node, int depth) {
        int line = line(node);
        switch (node) {
            case Heading it -> blocks.add(new Block.Heading(line, it.getLevel(), raw(it)));
            case Paragraph it -> blocks.add(new Block.Paragraph(line, raw(it)));
            case FencedCodeBlock it -> blocks.add(fence(it, line, blocks));
            case IndentedCodeBlock it ->
                    blocks.add(
                            IndentedFence.of(line, content(it, 0, it.getLiteral()), words(blocks)));
            case HtmlBlock it when inHtml ->
                    blocks.add(new Block.Html(line, it.getLiteral().lines().toList()));
            case HtmlBlock it ->
                    blocks.addAll(
                            new HtmlText(file, problems).blocks(content(it, 0, it.getLiteral())));
            case BlockQuote it -> blocks.add(new Block.Quote(line, children(it, depth + 1)));
            case ListBlock it -> blocks.add(listing(it, line, depth));
            case LongParagraph it -> {
                sayTooLong(line);
                blocks.add(new Block.Html(line, it.lines()));
            }
            case ThematicBreak _ -> blocks.add(new Block.Html(line, List.of()));
            // Definitions of links say nothing by themselves.
            case Node _ -> {}
        }
    }

    private Block listing(ListBlock list, int line, int depth) {
        List<Block.Entry> entries = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            entries.add(new Block.Entry(line(item), children(item, depth + 2)));
        }
        return list instanceof OrderedList ordered
                ? new Block.Listing(line, true, number(ordered), entries)
                : new Block.Listing(line, false, 0, entries);
    }

    private static int number(OrderedList list) {
        Integer number = list.getMarkerStartNumber();
        return number == null ? 1 : number;
    }

    private Block fence(FencedCodeBlock fence, int line, List<Block> before) {
        if (fence.getClosingFenceLength() == null) {
            say(
                    line,
                    "this code block is never closed, so everything to the end of what"
                            + " it stands in belongs to it",
                    "Write the closing fence, "
                            + fence.getFenceCharacter().repeat(3)
                            + ", on a line of its own.");
        }
        String info = fence.getInfo() == null ? "" : fence.getInfo();
        String label = Label.name(info);
        Introduction introduction =
                Label.of(label) == Label.NONE
                        ? Introduction.of(words(before))
                        : Introduction.SILENT;
        return new Block.Code(
                line + 1, label, info, introduction, content(fence, 1, fence.getLiteral()));
    }

    /** The paragraph before a block. */
    private static String words(List<Block> before) {
        return !before.isEmpty() && before.getLast() instanceof Block.Paragraph it ? it.raw() : "";
    }

    private void sayTooLong(int line) {
        say(
                line,
                "a paragraph has more than "
                        + LongParagraph.MOST_LINES
                        + " lines that may begin a list or a block; the rest of it is read"
                        + " as words",
                "Put blank lines between paragraphs, lists and blocks.");
    }

    private void sayTooDeep(int line) {
        say(
                line,
                "lists or quotes nest deeper than "
                        + (DEEPEST - 2)
                        + " levels; what is deeper, and the first line after it,"
                        + " is read as words",
                "Nest less deeply.");
    }

    private void say(int line, String message, String hint) {
        problems.add(new Finding(line, message, hint).in(file));
    }

    /**
     * @param skipped lines of {@code node} before its content
     */
    private NumberedLines content(Node node, int skipped, String literal) {
        return numbers.read(index(node) + skipped, literal.lines().toList());
    }

    private String raw(Node node) {
        return node.getFirstChild() instanceof Text text
                ? references.inPlace(text.getLiteral())
                : "";
    }

    private int line(Node node) {
        return numbers.number(index(node));
    }

    private static int index(Node node) {
        var spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.getFirst().getLineIndex();
    }
}
