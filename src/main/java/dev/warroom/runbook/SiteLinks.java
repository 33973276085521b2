package dev.warroom.runbook;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: words that are marked stand without their marks, and what wikis and the makers of sites
 * write for links is a link, but in code; {@link NamedPage} and {@link SiteReference} say which.
 */
final class SiteLinks {

    private static final Pattern OUTSIDE =
            Pattern.compile(
                    "(?:([^|\\[\\]<>\n]{1,200})\\|)?([a-z]{2,10}://[^\\s|\\[\\]<>]{1,200})");

    /** A value below a table's name, as in TOML. */
    private static final Pattern VALUE = Pattern.compile("\n[ \t]*[\\w.-]{1,60}[ \t]*=");

    private static final Pattern MARKS = Pattern.compile("[\\p{Punct}]");

    private final String raw;
    private final StringBuilder text = new StringBuilder();
    private final BitSet unclosed = new BitSet();
    private int copied;
    private int markEnd = -1;

    private SiteLinks(String raw) {
        this.raw = raw;
    }

    /** Whether there may be any. */
    static boolean standIn(String raw) {
        return raw.contains(NamedPage.OPENS) || raw.contains(SiteReference.BEGINS);
    }

    /** The same paragraph with links as Markdown has them, and without marks of marked words. */
    static String inMarkdown(String raw) {
        return standIn(raw) || raw.contains(Highlight.MARK) ? new SiteLinks(raw).read() : raw;
    }

    private String read() {
        int at = 0;
        while (at < raw.length()) {
            at =
                    switch (raw.charAt(at)) {
                        case '\\' -> at + 2;
                        case '`' -> behindCode(at);
                        case '[' -> behindName(at);
                        case ']' -> behindTarget(at);
                        case '=' -> behindMark(at);
                        default -> at + 1;
                    };
        }
        return copied == 0 ? raw : text.append(raw, copied, raw.length()).toString();
    }

    /** Behind the code that begins here, or behind its mark where it does not end. */
    private int behindCode(int open) {
        int length = marks(open);
        int behind = open + length;
        if (unclosed.get(length)) {
            return behind;
        }
        for (int at = raw.indexOf('`', behind); at >= 0; at = raw.indexOf('`', at)) {
            int marks = marks(at);
            at += marks;
            if (marks == length) {
                return at;
            }
        }
        unclosed.set(length);
        return behind;
    }

    private int marks(int from) {
        int at = from;
        while (at < raw.length() && raw.charAt(at) == '`') {
            at++;
        }
        return at - from;
    }

    /** Behind a link that begins here, or behind the bracket. */
    private int behindName(int open) {
        int most = Math.min(raw.length(), open + NamedPage.LONGEST + 4);
        int end = raw.startsWith(NamedPage.OPENS, open) ? closing(open, most) : -1;
        if (end < 0 || !standsApart(open, end)) {
            return open + 1;
        }
        String written = raw.substring(open, end);
        Matcher outside = OUTSIDE.matcher(raw).region(open + 2, end - 2);
        if (outside.matches()) {
            String address = outside.group(2);
            String words = outside.group(1);
            link(open, end, words == null ? address : words.strip(), address);
            return end;
        }
        Optional<NamedPage> page = NamedPage.of(written);
        page.ifPresent(it -> link(open, end, it.words(), written));
        return page.isPresent() ? end : open + 1;
    }

    /** Behind a mark of marked words, which goes, or behind the sign. */
    private int behindMark(int open) {
        if (open != markEnd) {
            markEnd = Highlight.end(raw, open);
            if (markEnd < 0) {
                return open + 1;
            }
        }
        text.append(raw, copied, open);
        copied = open + Highlight.MARK.length();
        return copied;
    }

    /** Behind what a maker of sites puts in the place of an address, or behind the bracket. */
    private int behindTarget(int close) {
        if (!raw.startsWith(SiteReference.BEGINS, close)) {
            return close + 1;
        }
        Matcher target = SiteReference.TARGET.matcher(raw).region(close, raw.length());
        if (!target.lookingAt()) {
            return close + 1;
        }
        text.append(raw, copied, target.start(1))
                .append('<')
                .append(escaped(target.group(1)))
                .append('>');
        copied = target.end(1);
        return copied;
    }

    /** Behind the brackets that end a link in its line; -1 for none. */
    private int closing(int open, int most) {
        for (int at = open + 2; at + 1 < most; at++) {
            char letter = raw.charAt(at);
            if (letter == ']') {
                return raw.charAt(at + 1) == ']' ? at + 2 : -1;
            }
            if (letter == '[' || letter == '\n' || letter == '\r') {
                return -1;
            }
        }
        return -1;
    }

    /** Whether nothing touches the brackets that makes something else of them. */
    private boolean standsApart(int open, int end) {
        char before = open == 0 ? ' ' : raw.charAt(open - 1);
        char after = end == raw.length() ? ' ' : raw.charAt(end);
        boolean word = before < 128 && Character.isLetterOrDigit(before);
        return !word
                && "!$)_[]".indexOf(before) < 0
                && "([]".indexOf(after) < 0
                && !VALUE.matcher(raw).region(end, raw.length()).lookingAt();
    }

    private void link(int from, int to, String words, String target) {
        text.append(raw, copied, from)
                .append('[')
                .append(escaped(words))
                .append("](<")
                .append(escaped(target))
                .append(">)");
        copied = to;
    }

    private static String escaped(String words) {
        return MARKS.matcher(words).replaceAll("\\\\$0");
    }
}
