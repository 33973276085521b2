package dev.warroom.runbook;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rule: what bash could not read, or would read as something that nobody means, is no command,
 * where it begins with no command that is known: {@code gates.open("north")}, {@code tide == 3},
 * {@code function len()}, {@code $berth.name$}.
 */
final class Unshellable {

    /** A declaration has no body; a function of a shell has. */
    private static final Pattern DECLARED =
            Pattern.compile("function\\s+[\\w.:-]+\\s*\\([^{]*\\)\\s*;?");

    private static final Pattern MACRO = Pattern.compile("\\$[\\w.]{1,60}\\$(?:\\s.*|$)");
    private static final Pattern QUERY_IN_PATH = Pattern.compile("/[\\w./-]+\\?\\w+=.*");

    /** One word with something to fill in, which is a name: {@code gate.<berth>.width}. */
    private static final Pattern FILLED_NAME =
            Pattern.compile("[\\w-]+\\.(?:[\\w.-]*<[\\w -]{1,40}>)+[\\w.-]*");

    /** {@code %TEMP%}; a date's format has one letter behind each sign. */
    private static final Pattern WINDOWS_VARIABLE = Pattern.compile("(?:^|[ \\\\])%[A-Z_]{3,30}%");

    /** What another program puts its own words for, as one that starts games does. */
    private static final Pattern REPLACED = Pattern.compile("(?:^| )%[a-z]{3,30}%(?= |$)");

    /** A path on a drive, or a program of Windows that is given a switch. */
    private static final Pattern ON_DRIVE =
            Pattern.compile("[^\"'`]*\\s[A-Za-z]:\\\\\\w.*|\\S+\\.exe /[A-Za-z].*");

    /** Who may send mail for a domain, and how it is signed: RFC 7208, 6376, 7489. */
    private static final Pattern MAIL_RECORD =
            Pattern.compile("v=(?:spf1|DKIM1|DMARC1)(?:[;\\s].*)?");

    /** An arrow to the left, and words about what stands there. */
    private static final Pattern REMARKED = Pattern.compile("[^\"'$`]*\\s<-+\\s+[^\"'$`]*");

    private static final Pattern RUBY_BLOCK = Pattern.compile(".*\\sdo \\|\\w+(?:, ?\\w+)*\\|");

    private static final Set<String> DEMANDS = Set.of(">=", "<=", "==", "~>", "!=");

    private static final Pattern LIST = Pattern.compile("\\[ (?:[^$]*, .*|[\\w\"'-]+: .*)\\]");
    private static final Pattern TERM = Pattern.compile("[\\w-]+ +[-–] +[A-Z]\\w* \\w+ .*");
    private static final Pattern DOMAIN =
            Pattern.compile("\\*?[\\w-]*(?:\\.[\\w-]+)*\\.(?:com|net|org|io|dev)(?:\\s.*)?");
    private static final Pattern EMPTY_BODY =
            Pattern.compile("\\w+(?:\\s+[A-Z]\\w*)?(?:\\s+\"[^\"]*\")?\\s+\\{\\s*\\}");

    private Unshellable() {}

    /**
     * Whether the line is none although it may begin with a word that shells know.
     *
     * @param text not empty, without blanks around it
     */
    static boolean isForAny(String text) {
        return isDottedKey(text)
                || hasStrangeBegin(text)
                || isDemand(text)
                || text.startsWith("v=") && MAIL_RECORD.matcher(text).matches()
                || text.indexOf(" <-") > 0 && REMARKED.matcher(text).matches()
                || text.endsWith("|") && RUBY_BLOCK.matcher(text).matches()
                || text.indexOf('%') >= 0
                        && (WINDOWS_VARIABLE.matcher(text).find() || REPLACED.matcher(text).find())
                || text.contains("| findstr ");
    }

    /** A name, and which versions of it will do: {@code gauge >= 2.0}. */
    private static boolean isDemand(String text) {
        int blank = text.indexOf(' ');
        return blank > 0
                && blank + 4 < text.length()
                && text.charAt(blank + 3) == ' '
                && Character.isLetter(text.charAt(0))
                && DEMANDS.contains(text.substring(blank + 1, blank + 3));
    }

    private static boolean hasStrangeBegin(String text) {
        return switch (text.charAt(0)) {
            case 'f' -> text.startsWith("function ") && DECLARED.matcher(text).matches();
            case '$' -> text.indexOf('$', 1) > 0 && MACRO.matcher(text).matches();
            case '/' ->
                    text.startsWith("/^")
                            || text.startsWith("/(")
                            || text.startsWith("/\\")
                            || text.endsWith("/ {")
                            || text.indexOf('?') > 0 && QUERY_IN_PATH.matcher(text).matches();
            case '[' ->
                    (text.indexOf(',') > 0 || text.indexOf(": ") > 0)
                            && LIST.matcher(text).matches();
            default -> false;
        };
    }

    /** Whether a value is given to a name with dots, which no variable of a shell has. */
    private static boolean isDottedKey(String text) {
        boolean dotted = false;
        for (int i = 0; i < text.length() && Character.isLetter(text.charAt(0)); i++) {
            char letter = text.charAt(i);
            if (letter == '=') {
                return dotted;
            }
            dotted |= letter == '.';
            boolean inName = Character.isLetterOrDigit(letter) || ".-_<>".indexOf(letter) >= 0;
            if (!inName) {
                return false;
            }
        }
        return false;
    }

    /**
     * Whether the line is none, as it begins with no command that is known.
     *
     * @param text not empty, without blanks around it
     */
    static boolean isForUnknown(String text) {
        return compares(text)
                || calls(text)
                || text.contains("\", \"")
                || (text.contains(":\\") || text.contains(".exe /"))
                        && ON_DRIVE.matcher(text).matches()
                || text.indexOf(" - ") > 0 && TERM.matcher(text).matches()
                || text.indexOf('.') > 0 && DOMAIN.matcher(text).matches()
                || text.indexOf('<') > 0
                        && text.indexOf('.') > 0
                        && FILLED_NAME.matcher(text).matches()
                || text.endsWith("}") && EMPTY_BODY.matcher(text).matches();
    }

    private static boolean compares(String text) {
        int at = text.indexOf(" == ");
        at = at < 0 ? text.indexOf(" != ") : at;
        return at > 0 && !isQuoted(text, at) && text.indexOf('[') < 0;
    }

    /** Whether a bracket opens right behind a word, outside of quotes. */
    private static boolean calls(String text) {
        for (int at = text.indexOf('('); at > 0; at = text.indexOf('(', at + 1)) {
            char before = text.charAt(at - 1);
            boolean empty = at + 1 < text.length() && text.charAt(at + 1) == ')';
            boolean declares = text.lastIndexOf(' ', at) > 0;
            if (Character.isLetterOrDigit(before) && (!empty || declares) && !isQuoted(text, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isQuoted(String text, int at) {
        return text.lastIndexOf('"', at) >= 0
                || text.lastIndexOf('\'', at) >= 0
                || text.lastIndexOf("$(", at) >= 0
                || text.lastIndexOf('`', at) >= 0;
    }
}
