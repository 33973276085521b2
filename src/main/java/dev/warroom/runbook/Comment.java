package dev.warroom.runbook;

import java.util.Optional;
import java.util.regex.Pattern;

/** Rules for the words of a shell comment. */
final class Comment {

    private static final Pattern CONDITION =
            Pattern.compile("(?:if|only|when|unless|note|optional)\\b.*", Pattern.CASE_INSENSITIVE);

    private static final Hints OUTPUT_HOLDS =
            Hints.inAnyCase("output", "result", "response", "returns", "prints");

    /** "Output:", "Expected result", "The output will be as follows:", and nothing else. */
    private static final Pattern OUTPUT = output();

    private static final String DECORATION = "#-=*_ \t";

    private Comment() {}

    private static Pattern output() {
        String kind = "(?:(?:the|an?|example|sample|expected|typical|possible)\\s)";
        String what = "(?:outputs?|results?|responses?|returns|prints)";
        String how = "(?:\\s(?:is|should|will|would|be|looks?|like|as|follows|this))";
        return Pattern.compile(
                kind + "*" + what + how + "*\\s?:|" + kind + "+" + what + how + "*|" + what + how
                        + "+",
                Pattern.CASE_INSENSITIVE);
    }

    static boolean is(String line) {
        int at = 0;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at < line.length() && line.charAt(at) == '#';
    }

    /** The words without the number sign and without lines drawn around them; may be empty. */
    static String words(String line) {
        String text = line.strip();
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == '#') {
            from++;
        }
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        if (text.startsWith("--", from) || text.startsWith("==", from)) {
            while (from < to && DECORATION.indexOf(text.charAt(from)) >= 0) {
                from++;
            }
            while (to > from && DECORATION.indexOf(text.charAt(to - 1)) >= 0) {
                to--;
            }
        }
        return text.substring(from, to);
    }

    /** Whether a line is a comment which says that what follows was printed. */
    static boolean announcesOutput(String line) {
        return is(line) && OUTPUT_HOLDS.standIn(line) && OUTPUT.matcher(words(line)).matches();
    }

    /** "1. Look at the disks" and "Step 1: …" start a step: the words after the number. */
    static Optional<String> numbered(String words) {
        int at = beginsWithStep(words) ? 5 : 0;
        int from = at;
        while (at < words.length() && isDigit(words.charAt(at))) {
            at++;
        }
        if (at == from || at - from > 3 || at == words.length()) {
            return Optional.empty();
        }
        int title = ".):".indexOf(words.charAt(at)) >= 0 ? Blanks.end(words, at + 1) : at + 1;
        if (title == at + 1) {
            title = from > 0 ? afterDash(words, at) : -1;
        }
        return title < 0 || title == words.length() || isCut(words, title + 1)
                ? Optional.empty()
                : Optional.of(words.substring(title));
    }

    private static boolean beginsWithStep(String words) {
        return words.length() > 5
                && words.regionMatches(true, 0, "step", 0, 4)
                && Blanks.is(words.charAt(4));
    }

    /** The index after a dash that may have a blank on either side; -1 where there is none. */
    private static int afterDash(String words, int from) {
        int at = Blanks.is(words.charAt(from)) ? from + 1 : from;
        if (at == words.length() || "-–—".indexOf(words.charAt(at)) < 0) {
            return -1;
        }
        at++;
        int title = at < words.length() && Blanks.is(words.charAt(at)) ? at + 1 : at;
        return title < words.length() && Blanks.is(words.charAt(title)) ? -1 : title;
    }

    /** Whether a line ends behind {@code from}: a title has one line. */
    private static boolean isCut(String words, int from) {
        for (int i = from; i < words.length(); i++) {
            char letter = words.charAt(i);
            if (letter == '\n'
                    || letter == '\r'
                    || letter == '\u0085'
                    || letter == '\u2028'
                    || letter == '\u2029') {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /** "If the disk is full" says when, not what, so it makes a poor title. */
    static boolean isCondition(String words) {
        char first = words.isEmpty() ? ' ' : Character.toLowerCase(words.charAt(0));
        return "iowun".indexOf(first) >= 0 && CONDITION.matcher(words).matches();
    }
}
