package dev.warroom.runbook;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rule: a row of what a program printed, or of a system's table, though its first word could name a
 * command: {@code java 2121 app 55u …}, {@code node v20.11.0}, {@code vault is sealed}.
 */
final class Row {

    /** What is said of a program, and is told to none. */
    private static final Set<String> SAID =
            Set.of(
                    "is",
                    "are",
                    "was",
                    "were",
                    "isn't",
                    "wasn't",
                    "has",
                    "had",
                    "returns",
                    "returned",
                    "says",
                    "shows",
                    "hangs",
                    "fails",
                    "failed",
                    "crashes",
                    "crashed",
                    "works",
                    "will",
                    "should",
                    "must",
                    "cannot",
                    "can't",
                    "does",
                    "doesn't",
                    "reports",
                    "keeps");

    private static final Set<String> GOES_ON =
            Set.of("into", "to", "the", "a", "an", "your", "this", "these", "it", "its");

    private static final Pattern DEVICE = Pattern.compile("/(?:dev|proc|sys)/\\S*(?:\\s.*)?");
    private static final Pattern MOUNTED =
            Pattern.compile("(?:UUID|LABEL|PARTUUID|PARTLABEL)=\\S+\\s+/.*");
    private static final Pattern PROCESS =
            Pattern.compile(
                    "[\\w.-]+\\s{2,}\\d+\\s+[a-z].*\\s{2,}.*|.*\\((?:LISTEN|ESTABLISHED)\\)"
                            + "|[\\w.-]+\\s{2,}\\d+\\s{2,}\\d[\\d.:]*\\s+\\S.*");

    /** A name and what became of it, in columns: {@code gate RUNNING pid 49}. */
    private static final Pattern STATE = Pattern.compile("\\S+\\s{2,}[A-Z]{3,}(?:\\s.*)?");

    private static final Pattern ADDRESS =
            Pattern.compile("[a-z]\\w*\\s.*\\(\\d{1,3}(?:\\.\\d{1,3}){3}\\).*");
    private static final Pattern RELEASE =
            Pattern.compile("[a-z]+\\d? v?\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}");
    private static final Pattern HEAD = Pattern.compile("\\w+ - \\d.*|diff --git a/.*");
    private static final Pattern SUM = Pattern.compile("[0-9a-f]{32,128}(?:\\s.*)?");
    private static final Pattern FRAME =
            Pattern.compile("at (?:async )?[\\w.$<>/\\[\\] ]+\\(.*\\)|at \\S+:\\d+:\\d+");
    private static final Pattern FOLDERS =
            Pattern.compile("(?:[/~]|\\$\\([^()]*\\)/)[^\\s:]*(?::[/~$][^\\s:]*)+");
    private static final Pattern NUMBERS = Pattern.compile(".*\\s\\d+\\s+\\d+\\s+\\d+\\s.*");

    private Row() {}

    /**
     * @param text not empty, without blanks around it
     */
    static boolean is(String text) {
        char first = text.charAt(0);
        if (first == '/') {
            return DEVICE.matcher(text).matches()
                    || text.startsWith("//") && isMounted(text)
                    || text.contains(":/") && FOLDERS.matcher(text).matches();
        }
        int space = text.indexOf(' ');
        if (first == '$' && text.contains(":/") && FOLDERS.matcher(text).matches()) {
            return true;
        }
        if (space < 0) {
            return text.length() >= 32 && SUM.matcher(text).matches();
        }
        char last = text.charAt(text.length() - 1);
        char next = space + 1 < text.length() ? text.charAt(space + 1) : ' ';
        return SAID.contains(word(text, space + 1))
                || (next == ' ' || last == ')') && PROCESS.matcher(text).matches()
                || next == ' ' && STATE.matcher(text).matches()
                || next == '-' && HEAD.matcher(text).matches()
                || (Character.isDigit(next) || next == 'v') && isRelease(text, space)
                || space >= 32 && SUM.matcher(text).matches()
                || text.indexOf('(') > 0 && isWithBracket(text)
                || first == 'a' && text.startsWith("at ") && FRAME.matcher(text).matches()
                || isMounted(text)
                || first >= 'L' && first <= 'U' && MOUNTED.matcher(text).matches();
    }

    /** A folder of another host, and where it is mounted: {@code quay:/tides /mnt/tides nfs …}. */
    private static boolean isMounted(String text) {
        int space = text.indexOf(' ');
        int place = text.indexOf(":/");
        return space > 0
                && (place > 0 && place < space && text.charAt(place + 2) != '/'
                        || text.startsWith("//"))
                && text.substring(space).stripLeading().startsWith("/");
    }

    private static boolean isWithBracket(String text) {
        return (text.contains(" ALL=(") || text.contains(" ALL = (")) && text.indexOf('"') < 0
                || text.contains("(1") && ADDRESS.matcher(text).matches();
    }

    /**
     * Whether the words behind one that is no known command go on a sentence: {@code change into
     * PORT=1}.
     */
    static boolean isSaidOn(String arguments) {
        return GOES_ON.contains(word(arguments.strip(), 0));
    }

    /**
     * Whether a line that begins with no known command is a calculation or holds the numbers of a
     * table.
     *
     * @param arguments what follows the first word
     */
    static boolean isOfNumbers(String arguments) {
        String rest = arguments.strip();
        return isCalculation(rest)
                || rest.startsWith("(") && rest.length() > 1 && rest.charAt(1) != ')'
                || rest.indexOf(" -") < 0 && NUMBERS.matcher(" " + rest + " ").matches();
    }

    private static boolean isCalculation(String rest) {
        return rest.startsWith("=== ")
                || rest.startsWith("!== ")
                || rest.startsWith("/ ")
                || rest.startsWith("* ")
                || rest.startsWith("+ ")
                || rest.startsWith("== ")
                || rest.startsWith("!= ")
                || rest.startsWith(">= ")
                || rest.startsWith("<= ")
                || rest.length() > 2
                        && (rest.startsWith("> ") || rest.startsWith("< "))
                        && Character.isDigit(rest.charAt(2));
    }

    private static boolean isRelease(String text, int space) {
        return Commands.isKnown(text.substring(0, space)) && RELEASE.matcher(text).matches();
    }

    private static String word(String text, int from) {
        int end = text.indexOf(' ', from);
        return text.substring(from, end < 0 ? text.length() : end);
    }
}
