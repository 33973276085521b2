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
import org.commonmark.parser.SourceLines;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The blocks of a CommonMark text. Inline markup stays as written and is read by {@link Inline}
 * where it is wanted, so that no single paragraph can make the whole file slow.
 */
final class MarkdownBlocks {

    /** How deep lists and quotes may nest; what is deeper is read as words. */
    static final int DEEPEST = 100;

    private final String file;
    private final NumberedLines numbers;
    private final FoldedCode code;
    private final List<PlainStretches.Stretch> plain;
    private final boolean inHtml;
    private final Node document;
    private final References references;
    private final List<Problem> problems;
    private boolean tooDeepSaid;
    private int folded;
    private int stretches;

    private MarkdownBlocks(
            String file,
            NumberedLines numbers,
            FoldedCode code,
            List<PlainStretches.Stretch> plain,
            boolean inHtml,
            Node document,
            List<Problem> problems) {
        this.file = file;
        this.code = code;
        this.plain = plain;
        this.document = document;
        this.references = References.of(document);
        this.inHtml = inHtml;
        this.numbers = numbers;
        this.problems = problems;
    }

    /** Reads {@code source}; what looks wrong is added to {@code problems}. */
    static List<Block> of(String file, SourceText source, List<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        List<PlainStretches.Stretch> plain = PlainStretches.in(source.lines(), source.code());
        MarkdownBlocks reading = parse(file, source.lines(), source.code(), plain, false, found);
        List<Block> blocks = reading.children();
        if (reading.folded != source.code().blocks() || reading.stretches != plain.size()) {
            // What looked like a block, or like words, stands in something else, in HTML for
            // instance.
            return read(file, source.lines(), false, problems);
        }
        problems.addAll(found);
        return blocks;
    }

    /**
     * Reads lines that stand in a file.
     *
     * @param inHtml whether they stand in HTML, which is not looked into again
     */
    static List<Block> read(
            String file, NumberedLines lines, boolean inHtml, List<Problem> problems) {
        FoldedCode none = new FoldedCode();
        return parse(file, lines, none, List.of(), inHtml, problems).children();
    }

    private static MarkdownBlocks parse(
            String file,
            NumberedLines lines,
            FoldedCode code,
            List<PlainStretches.Stretch> plain,
            boolean inHtml,
            List<Problem> problems) {
        Parser parser =
                Parser.builder()
                        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                        .maxOpenBlockParsers(DEEPEST)
                        .customBlockParserFactory(LongParagraph.watch())
                        .inlineParserFactory(
                                context ->
                                        (text, node) -> node.appendChild(new Text(written(text))))
                        .build();
        Node document = parser.parse(code.textOf(lines.lines(), plain));
        return new MarkdownBlocks(file, lines, code, plain, inHtml, document, problems);
    }

    /** The lines of a paragraph as they are; most have one. */
    private static String written(SourceLines lines) {
        return lines.getLines().size() == 1
                ? lines.getLines().getFirst().getContent().toString()
                : lines.getContent();
    }

    private List<Block> children() {
        return children(document, 1, false);
    }

    /**
     * @param behindShell whether {@code parent} stands right behind a block labelled as shell
     */
    private List<Block> children(Node parent, int depth, boolean behindShell) {
        List<Block> blocks = new ArrayList<>();
        int margin = 0;
        Set<Block> indented = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (depth >= DEEPEST - 2 && !tooDeepSaid) {
                tooDeepSaid = true;
                sayTooDeep(line(node));
            }
            add(blocks, node, depth, blocks.isEmpty() ? behindShell : isShell(blocks.getLast()));
            if (parent != document || node instanceof Heading) {
                continue;
            }
            if (node instanceof OrderedList) {
                margin = indent(node);
            } else if (indent(node) - margin >= ListMending.LEAST_INDENT && !blocks.isEmpty()) {
                indented.add(blocks.getLast());
            }
        }
        return ListMending.of(blocks, indented);
    }

    /** Blanks before a block of the document. */
    private int indent(Node node) {
        String line = numbers.size() == 0 ? "" : numbers.lines().get(index(node));
        return Indent.of(line);
    }

    private void add(List<Block> blocks, Node node, int depth, boolean behindShell) {
        int line = line(node);
        switch (node) {
            case Heading it -> blocks.add(Block.Heading.of(line, it.getLevel(), raw(it)));
            case Paragraph it -> blocks.add(new Block.Paragraph(line, raw(it)));
            case FencedCodeBlock it -> blocks.add(fence(it, line, words(blocks), behindShell));
            case IndentedCodeBlock it ->
                    blocks.add(
                            IndentedFence.of(
                                    line,
                                    content(it, 0, it.getLiteral()),
                                    words(blocks),
                                    behindShell));
            case HtmlBlock it when inHtml ->
                    blocks.add(new Block.Html(line, it.getLiteral().lines().toList()));
            case HtmlBlock it ->
                    blocks.addAll(
                            new HtmlText(file, problems).blocks(content(it, 0, it.getLiteral())));
            case BlockQuote it ->
                    blocks.add(new Block.Quote(line, children(it, depth + 1, behindShell)));
            case ListBlock it -> blocks.add(listing(it, line, depth));
            case LongParagraph it -> {
                sayTooLong(line);
                blocks.add(new Block.Html(line, it.lines()));
            }
            case ThematicBreak it when standsForStretch(it) ->
                    addPlain(blocks, plain.get(stretches++).blocks(), behindShell);
            case ThematicBreak _ -> blocks.add(new Block.Html(line, List.of()));
            // Definitions of links say nothing by themselves.
            case Node _ -> {}
        }
    }

    private boolean standsForStretch(Node node) {
        return stretches < plain.size() && plain.get(stretches).from() == index(node);
    }

    /** Adds blocks for which no parser is needed. */
    private void addPlain(List<Block> blocks, List<Block> stretch, boolean behindShell) {
        for (Block it : stretch) {
            folded += it instanceof Block.Code ? 1 : 0;
        }
        List<Block> placed = references.inPlace(stretch);
        if (placed.getFirst() instanceof Block.Code it) {
            blocks.add(it.behind(words(blocks), behindShell));
            placed = placed.subList(1, placed.size());
        }
        blocks.addAll(placed);
    }

    private Block listing(ListBlock list, int line, int depth) {
        List<Block.Entry> entries = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            entries.add(new Block.Entry(line(item), children(item, depth + 2, false)));
        }
        return list instanceof OrderedList ordered
                ? new Block.Listing(line, true, number(ordered), entries)
                : new Block.Listing(line, false, 0, entries);
    }

    private static int number(OrderedList list) {
        Integer number = list.getMarkerStartNumber();
        return number == null ? 1 : number;
    }

    private Block fence(FencedCodeBlock fence, int line, String before, boolean behindShell) {
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
        return new Block.Code(line + 1, label, info, before, behindShell, content(fence));
    }

    private NumberedLines content(FencedCodeBlock fence) {
        int opening = index(fence);
        int closing = code.closing(opening);
        if (closing < 0) {
            return content(fence, 1, fence.getLiteral());
        }
        folded++;
        return numbers.part(opening + 1, closing);
    }

    private static String words(List<Block> before) {
        return PlainBlocks.words(before.isEmpty() ? null : before.getLast());
    }

    private static boolean isShell(Block block) {
        return block instanceof Block.Code it && Label.isShell(it.label());
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

    private int index(Node node) {
        var spans = node.getSourceSpans();
        return code.among(spans.isEmpty() ? 0 : spans.getFirst().getLineIndex());
    }
}
