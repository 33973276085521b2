package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads those blocks that read the same without a parser of Markdown: headings, rules, paragraphs
 * of which no line begins with anything that means something to Markdown, code between fences, and
 * lists of entries that hold nothing else. They stand at the beginning of their lines, in an entry
 * behind the blanks that its mark asks for. Whatever looks otherwise in any way is no such block.
 */
final class PlainBlocks {

    private static final int MOST_LINES = 50;
    private static final int DEEPEST = 4;

    private final NumberedLines numbers;
    private final List<String> lines;
    private final FoldedCode code;
    private final int depth;
    private int end;

    private PlainBlocks(NumberedLines numbers, FoldedCode code, int depth) {
        this.numbers = numbers;
        this.lines = numbers.lines();
        this.code = code;
        this.depth = depth;
    }

    /**
     * Reads blocks of a file.
     *
     * @param code its plain code blocks
     */
    static PlainBlocks of(NumberedLines lines, FoldedCode code) {
        return new PlainBlocks(lines, code, 0);
    }

    /** Index of the line behind the block that was read last. */
    int end() {
        return end;
    }

    /**
     * The block that begins at {@code line}, which nothing before it goes on into; null where it is
     * not plain. Addresses that are defined elsewhere are not in place.
     *
     * @param before the block before it; null for none
     */
    Block read(int line, Block before) {
        String text = lines.get(line);
        if (isHeading(text)) {
            end = line + 1;
            int level = text.indexOf(' ');
            return Block.Heading.of(numbers.number(line), level, text.substring(level + 1));
        }
        if (isRule(text)) {
            end = line + 1;
            return new Block.Html(numbers.number(line), List.of());
        }
        if (isFence(text)) {
            int closing = closing(line);
            return closing < 0 ? null : code(line, closing, before);
        }
        return markOfEntry(text) > 0 ? list(line) : paragraph(line);
    }

    /**
     * The paragraph before a block, or the heading right above it, or what the last entry of a list
     * ends with where a colon says that something follows; empty for none.
     */
    static String words(Block before) {
        return switch (before) {
            case null -> "";
            case Block.Paragraph it -> it.raw();
            case Block.Heading it -> it.raw();
            case Block.Listing it -> lastWords(it.entries().getLast());
            case Block.Code _, Block.Html _, Block.Quote _ -> "";
        };
    }

    private static String lastWords(Block.Entry entry) {
        return !entry.blocks().isEmpty()
                        && entry.blocks().getLast() instanceof Block.Paragraph it
                        && it.raw().endsWith(":")
                ? it.raw()
                : "";
    }

    /** Whether Markdown takes a line for blank. */
    static boolean isBlank(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) != ' ' && line.charAt(i) != '\t') {
                return false;
            }
        }
        return true;
    }

    /**
     * Letters before the words of an entry of a list, such as {@code - } and {@code 12. }; 0 where
     * a line begins none.
     */
    static int markOfEntry(String text) {
        int length = text.length();
        int at = 0;
        while (at < length && at < 9 && isDigit(text.charAt(at))) {
            at++;
        }
        if (at + 1 >= length || text.charAt(at + 1) != ' ') {
            return 0;
        }
        char mark = text.charAt(at);
        boolean marked = at > 0 ? mark == '.' : mark == '-' || mark == '*' || mark == '+';
        return marked ? at + 2 : 0;
    }

    private Block paragraph(int from) {
        int line = from;
        for (; line < lines.size() && !isBlank(lines.get(line)); line++) {
            String text = lines.get(line);
            if (line > from) {
                if (isHeading(text) || isFence(text) && closing(line) >= 0) {
                    break;
                }
                if (interrupts(text)) {
                    // It has to be read to know that it is one.
                    Block list = list(line);
                    if (list == null) {
                        return null;
                    }
                    break;
                }
            }
            if (line - from == MOST_LINES || !isWords(text)) {
                return null;
            }
        }
        String raw = joined(from, line);
        if (mayDefine(raw)) {
            return null;
        }
        end = line;
        return new Block.Paragraph(numbers.number(from), raw);
    }

    /** Whether an entry begins here though no blank line stands above: of bullets, or the first. */
    private static boolean interrupts(String text) {
        int mark = markOfEntry(text);
        return mark > 0
                && mark < text.length()
                && (!isDigit(text.charAt(0)) || text.startsWith("1. "));
    }

    private Block list(int from) {
        char first = lines.get(from).charAt(0);
        boolean ordered = isDigit(first);
        List<Block.Entry> entries = new ArrayList<>();
        int line = from;
        while (true) {
            int mark = markOfEntry(lines.get(line));
            int behind = line + 1;
            int next = behind;
            while (next < lines.size()) {
                String text = lines.get(next);
                if (isBlank(text)) {
                    next++;
                } else if (isIndented(text, mark)) {
                    behind = ++next;
                } else {
                    break;
                }
            }
            Block.Entry entry = entry(line, behind, mark);
            if (entry == null) {
                return null;
            }
            entries.add(entry);
            String after = next < lines.size() ? lines.get(next) : "";
            boolean same = !after.isEmpty() && isDigit(after.charAt(0)) == ordered;
            if (same && markOfEntry(after) > 0 && (ordered || after.charAt(0) == first)) {
                line = next;
                continue;
            }
            if (!after.isEmpty() && !endsList(next, after, behind < next)) {
                return null;
            }
            end = behind;
            int number = ordered ? number(lines.get(from)) : 0;
            return new Block.Listing(numbers.number(from), ordered, number, entries);
        }
    }

    /**
     * @param apart whether a blank line stands above
     */
    private boolean endsList(int line, String text, boolean apart) {
        return isHeading(text)
                || isFence(text) && closing(line) >= 0
                || apart && (isRule(text) || isWords(text));
    }

    /**
     * @param to behind its last line
     * @param mark letters before its words
     */
    private Block.Entry entry(int from, int to, int mark) {
        String words = lines.get(from).substring(mark);
        int number = numbers.number(from);
        if (words.isEmpty() || !isWords(words)) {
            return null;
        }
        if (to == from + 1) {
            return mayDefine(words)
                    ? null
                    : new Block.Entry(number, List.of(new Block.Paragraph(number, words)));
        }
        if (depth == DEEPEST) {
            return null;
        }
        List<String> inner = new ArrayList<>(to - from);
        inner.add(words);
        for (String line : lines.subList(from + 1, to)) {
            inner.add(isBlank(line) ? "" : line.substring(mark));
        }
        List<Block> blocks = new PlainBlocks(numbers.read(from, inner), code, depth + 1).all();
        return blocks == null ? null : new Block.Entry(number, ListMending.of(blocks, Set.of()));
    }

    /** All blocks; null where one of them is not plain. */
    private List<Block> all() {
        List<Block> blocks = new ArrayList<>();
        for (int line = 0; line < lines.size(); ) {
            if (isBlank(lines.get(line))) {
                line++;
                continue;
            }
            Block block = read(line, blocks.isEmpty() ? null : blocks.getLast());
            if (block == null) {
                return null;
            }
            blocks.add(block);
            line = end;
        }
        return blocks;
    }

    private Block code(int opening, int closing, Block before) {
        String line = lines.get(opening);
        int marks = marks(line);
        String info = line.substring(marks).strip();
        if (line.indexOf('\\') >= 0 || line.indexOf('&') >= 0) {
            // They may stand for something else.
            return null;
        }
        end = closing + 1;
        return new Block.Code(
                numbers.number(opening) + 1,
                Label.name(info),
                info,
                words(before),
                before instanceof Block.Code it && Label.isShell(it.label()),
                numbers.part(opening + 1, closing));
    }

    /** Where the code ends that begins at {@code line}; -1 where it does not. */
    private int closing(int line) {
        if (depth == 0) {
            return code.closing(line);
        }
        String opening = lines.get(line);
        int length = marks(opening);
        if (length < 3 || opening.indexOf('`', length) >= 0) {
            return -1;
        }
        for (int i = line + 1; i < lines.size(); i++) {
            String text = lines.get(i);
            String marks = text.strip();
            if (marks.length() >= length
                    && marks.charAt(0) == opening.charAt(0)
                    && marks(marks) == marks.length()) {
                return marks.length() == text.length() ? i : -1;
            }
        }
        return -1;
    }

    private static boolean isFence(String text) {
        return text.charAt(0) == '`' && text.startsWith("```")
                || text.charAt(0) == '~' && text.startsWith("~~~");
    }

    /** How many marks of a fence a line begins with. */
    private static int marks(String text) {
        int marks = 1;
        while (marks < text.length() && text.charAt(marks) == text.charAt(0)) {
            marks++;
        }
        return marks;
    }

    private String joined(int from, int to) {
        return to == from + 1 ? lines.get(from) : String.join("\n", lines.subList(from, to));
    }

    /** Whether a paragraph may define the address of a link. */
    private static boolean mayDefine(String raw) {
        return raw.charAt(0) == '[' && raw.contains("]:");
    }

    private static boolean isHeading(String text) {
        if (text.charAt(0) != '#') {
            return false;
        }
        int level = 1;
        while (level < text.length() && text.charAt(level) == '#') {
            level++;
        }
        return level <= 6
                && level + 1 < text.length()
                && text.charAt(level) == ' '
                && isLetter(text.charAt(level + 1))
                && endsPlainly(text)
                && text.charAt(text.length() - 1) != '#';
    }

    /** Whether the line is a rule across the page, where no paragraph stands right above it. */
    private static boolean isRule(String text) {
        return text.equals("---");
    }

    /**
     * Whether a line is nothing but words: it begins with a letter or with a sign that begins no
     * block of Markdown, in bold or as code in the line or not.
     */
    private static boolean isWords(String text) {
        char first = text.charAt(0);
        char next = text.length() > 1 ? text.charAt(1) : ' ';
        boolean begins =
                isLetter(first)
                        || first > ' ' && first < 128 && "#<>=-+*_`~0123456789".indexOf(first) < 0
                        || first == '`' && next != '`'
                        || first == '*' && next == '*' && beginsBold(text)
                        || first > '\u00A0' && !Character.isSpaceChar(first);
        return begins && endsPlainly(text);
    }

    private static boolean beginsBold(String text) {
        char inside = text.length() > 2 ? text.charAt(2) : ' ';
        return isLetter(inside) || inside == '`' || inside > '\u00A0';
    }

    private static boolean endsPlainly(String text) {
        return text.charAt(text.length() - 1) > ' ';
    }

    private static boolean isIndented(String text, int blanks) {
        for (int i = 0; i < blanks; i++) {
            if (i == text.length() || text.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    private static int number(String entry) {
        int number = 0;
        for (int i = 0; isDigit(entry.charAt(i)); i++) {
            number = 10 * number + entry.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean isLetter(char letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
    }
}
