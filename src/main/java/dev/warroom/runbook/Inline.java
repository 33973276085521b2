package dev.warroom.runbook;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a paragraph or heading without their markup. */
final class Inline {

    /** Longer paragraphs keep their markup as written; that bounds how deep it can nest. */
    private static final int LONGEST = 8_000;

    private static final Pattern BREAK = Pattern.compile("<br\\s?/?>");

    // No block types: what arrives here is the inside of one paragraph.
    private static final Parser PARSER = Parser.builder().enabledBlockTypes(Set.of()).build();

    /**
     * Bold words at the beginning of a paragraph.
     *
     * @param words without markup
     * @param rest what follows them in the paragraph, without markup
     */
    record Bold(String words, String rest) {}

    private static final boolean[] MARKUP = new boolean[128];

    static {
        for (char letter : "*_[]`<&\\!=".toCharArray()) {
            MARKUP[letter] = true;
        }
    }

    private Inline() {}

    /** Whether {@code raw} is one line that reads as it is written. */
    static boolean isPlain(String raw) {
        return raw.indexOf('\n') < 0 && !hasMarkup(raw);
    }

    /** The words, with code in backticks and the addresses of links behind their text. */
    static List<String> lines(String raw) {
        String words = words(raw, true);
        if (words.indexOf('\n') < 0) {
            String line = words.strip();
            return line.isEmpty() ? List.of() : List.of(line);
        }
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < words.length(); ) {
            int end = at;
            while (end < words.length() && words.charAt(end) != '\n' && words.charAt(end) != '\r') {
                end++;
            }
            String line = words.substring(at, end).strip();
            if (!line.isEmpty()) {
                lines.add(line);
            }
            at = end + 1;
        }
        return lines;
    }

    /** The words in one line, without any markup. */
    static String plain(String raw) {
        return words(raw, false).replace('\n', ' ').strip();
    }

    /** The bold words that {@code raw} begins with. */
    static Optional<Bold> leadingBold(String raw) {
        if (!raw.startsWith("**") && !raw.startsWith("__")) {
            return Optional.empty();
        }
        int end = raw.indexOf("**", 2);
        if (raw.startsWith("**") && end > 2) {
            String inside = raw.substring(2, end);
            String after = raw.substring(end + 2);
            boolean plain =
                    !hasMarkup(inside)
                            && (!hasMarkup(after) || hasOnlyCode(after))
                            && inside.equals(inside.strip())
                            && (after.isEmpty() || !Character.isLetterOrDigit(after.charAt(0)));
            if (plain) {
                return Optional.of(new Bold(inside.replace('\n', ' '), after));
            }
        }
        Node paragraph = parse(raw);
        if (paragraph == null || !(paragraph.getFirstChild() instanceof StrongEmphasis bold)) {
            return Optional.empty();
        }
        StringBuilder inside = new StringBuilder();
        write(bold, inside, false);
        StringBuilder after = new StringBuilder();
        for (Node node = bold.getNext(); node != null; node = node.getNext()) {
            write(node, after, true);
        }
        return Optional.of(
                new Bold(inside.toString().replace('\n', ' ').strip(), after.toString()));
    }

    private static String words(String raw, boolean marked) {
        if (!hasMarkup(raw)) {
            return raw;
        }
        String simple = simple(raw, marked);
        if (simple != null) {
            return simple;
        }
        Node paragraph = parse(raw);
        if (paragraph == null) {
            return raw;
        }
        StringBuilder words = new StringBuilder();
        write(paragraph, words, marked);
        return words.toString();
    }

    /** Whether all markup is plain code: single backticks around words of one line. */
    private static boolean hasOnlyCode(String raw) {
        boolean code = false;
        for (int i = 0; i < raw.length(); i++) {
            char letter = raw.charAt(i);
            if (letter == '`') {
                char next = i + 1 < raw.length() ? raw.charAt(i + 1) : '.';
                char before = i > 0 ? raw.charAt(i - 1) : '.';
                if (next == '`' || (code ? before : next) == ' ') {
                    return false;
                }
                code = !code;
            } else if (code
                    ? letter == '\n'
                    : isMarkup(letter) && (letter != '=' || !isPlain(raw, i))) {
                return false;
            }
        }
        return !code;
    }

    /**
     * The words where all markup is plain code and bold words that stand apart: {@code a `b` **c
     * d** e}; else null.
     */
    private static String simple(String raw, boolean marked) {
        StringBuilder words = new StringBuilder(raw.length());
        boolean bold = false;
        for (int i = 0; i < raw.length(); i++) {
            char letter = raw.charAt(i);
            if (letter == '`') {
                int close = endOfCode(raw, i);
                if (close < 0) {
                    return null;
                }
                words.append(raw, marked ? i : i + 1, marked ? close + 1 : close);
                i = close;
            } else if (letter == '*') {
                if (!(bold ? closesBold(raw, i) : opensBold(raw, i))) {
                    return null;
                }
                bold = !bold;
                i++;
            } else if (isMarkup(letter) && !isPlain(raw, i)) {
                return null;
            } else {
                words.append(letter);
            }
        }
        return bold ? null : words.toString();
    }

    /** Where code of one line ends that a single backtick opens; -1 where none does. */
    private static int endOfCode(String raw, int open) {
        int close = raw.indexOf('`', open + 1);
        boolean plain =
                close > open + 1
                        && raw.charAt(open + 1) != ' '
                        && raw.charAt(close - 1) != ' '
                        && (close + 1 == raw.length() || raw.charAt(close + 1) != '`')
                        && raw.lastIndexOf('\n', close) < open;
        return plain ? close : -1;
    }

    private static boolean opensBold(String raw, int at) {
        return areTwo(raw, at)
                && (at == 0 || isBlank(raw.charAt(at - 1)))
                && at + 2 < raw.length()
                && Character.isLetterOrDigit(raw.charAt(at + 2));
    }

    private static boolean closesBold(String raw, int at) {
        char before = raw.charAt(at - 1);
        char after = at + 2 < raw.length() ? raw.charAt(at + 2) : ' ';
        boolean word = Character.isLetterOrDigit(before);
        return areTwo(raw, at)
                && (isBlank(after)
                        ? before == ':' || word
                        : (after == ':' || after == ',' || after == '.') && word);
    }

    /** Whether two stars stand here, and not three. */
    private static boolean areTwo(String raw, int at) {
        return at + 1 < raw.length()
                && raw.charAt(at + 1) == '*'
                && (at + 2 == raw.length() || raw.charAt(at + 2) != '*');
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter == '\n';
    }

    private static boolean hasMarkup(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (isMarkup(raw.charAt(i)) && !isPlain(raw, i)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a letter that may be markup is none where it stands: {@code < 80}, {@code A & B},
     * {@code some_name}.
     */
    private static boolean isPlain(String raw, int at) {
        char next = at + 1 < raw.length() ? raw.charAt(at + 1) : ' ';
        return switch (raw.charAt(at)) {
            case '<', '&' -> next == ' ';
            case '!' -> next != '[';
            case '=' -> next != '=' || Highlight.end(raw, at) < 0;
            case '_' ->
                    at > 0
                            && Character.isLetterOrDigit(raw.charAt(at - 1))
                            && Character.isLetterOrDigit(next);
            default -> false;
        };
    }

    private static boolean isMarkup(char letter) {
        return letter < MARKUP.length && MARKUP[letter];
    }

    /** A paragraph as Markdown has it; null where it is too long, or empty. */
    static Node parse(String raw) {
        return raw.length() > LONGEST
                ? null
                : PARSER.parse(SiteLinks.inMarkdown(raw)).getFirstChild();
    }

    /** Walks without recursion, since emphasis can nest as deep as a paragraph is long. */
    static void write(Node top, StringBuilder words, boolean marked) {
        Node node = top;
        while (true) {
            enter(node, words, marked);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            while (true) {
                leave(node, words, marked);
                if (node == top) {
                    return;
                }
                if (node.getNext() != null) {
                    node = node.getNext();
                    break;
                }
                node = node.getParent();
            }
        }
    }

    private static void enter(Node node, StringBuilder words, boolean marked) {
        switch (node) {
            case Text it -> words.append(it.getLiteral());
            case Code it when marked -> words.append('`').append(it.getLiteral()).append('`');
            case Code it -> words.append(it.getLiteral());
            case HtmlInline it when isMark(it) -> {}
            case HtmlInline it when BREAK.matcher(it.getLiteral()).matches() -> {
                Node next = it.getNext();
                boolean apart = next instanceof Text text && text.getLiteral().startsWith(" ");
                words.append(next instanceof Text && !apart ? " " : "");
            }
            case HtmlInline it -> words.append(it.getLiteral());
            case SoftLineBreak _, HardLineBreak _ -> words.append('\n');
            case Node _ -> {}
        }
    }

    /** Whether it is for links only, and no words stand in it: {@code <a id="gate"></a>}. */
    private static boolean isMark(HtmlInline tag) {
        String text = tag.getLiteral();
        return text.startsWith("<a ") && !text.contains("href=")
                || text.equals("</a>")
                        && tag.getPrevious() instanceof HtmlInline before
                        && isMark(before);
    }

    private static void leave(Node node, StringBuilder words, boolean marked) {
        String target =
                switch (node) {
                    case Link it when marked -> shown(it.getDestination());
                    case Image it when marked -> it.getDestination();
                    case Node _ -> "#";
                };
        if (!target.startsWith("#") && words.indexOf(target) < 0) {
            words.append(" (").append(target).append(')');
        }
    }

    /** What is shown behind the words of a link; what begins with {@code #} is not. */
    static String shown(String target) {
        return NamedPage.in(target)
                .map(it -> it.aside().isEmpty() ? "#" : it.aside())
                .orElse(target);
    }
}
