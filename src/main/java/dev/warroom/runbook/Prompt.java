package dev.warroom.runbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: what a shell prints before a command that is typed. A prompt counts only with a blank
 * behind it, unless it names person, host and folder.
 */
final class Prompt {

    private static final String PLACE =
            "(?:\\([\\w.-]{1,40}\\)\\s?)?(?:\\[?[\\w.-]{1,64}@[\\w.-]{1,64}(?:[:"
                    + " ][^\\]$#%>]{0,80})?\\]?\\s?|(?:ba|z|a)?sh-[\\d.]{1,8}|[\\w.-]{1,64}:["
                    + "~/][\\w./~-]{0,80}\\s?"
                    + "|[~/][\\w./-]{0,40}\\s?|[\\w.-]{1,40}/[\\w./-]{1,80}\\s(?=\\$))";

    /** The usual prompts. */
    static final Pattern USUAL =
            Pattern.compile(
                    "\\s{0,8}(?:"
                            + PLACE
                            + "[$#%>]|(?:ba|z|k)?sh(?:ell)?>|(?:\\([\\w.-]{1,40}\\)\\s?)?(?:\\$>|[$%❯➜]))(?:"
                            + " (.*)|\\s?)");

    private static final Pattern HOST =
            Pattern.compile("\\s{0,8}([\\w][\\w.-]{1,63})\\s{1,16}([$#]) (.*)");

    /** A prompt that names a person, a host and a folder is one without a blank behind it, too. */
    private static final Pattern WHOLE =
            Pattern.compile(
                    "\\s{0,8}[\\w.-]{1,32}@[\\w.-]{1,64}:[~/][\\w./~-]{0,80}([$#])([a-z./~][^"
                            + " ]*.*)");

    private static final Pattern NAMED =
            Pattern.compile(
                    "[a-z][\\w.]*(?:-[\\w.-]{1,40}[$#]|[\\w.]{0,40}\\$)" + " ((?:[a-z]|\\./).*)");

    private Prompt() {}

    /** Whether {@code line} begins with a usual one. */
    static boolean begins(String line) {
        return typed(line, USUAL) != null;
    }

    /**
     * What stands behind the prompt; null where there is none.
     *
     * @param prompt the usual one, or another whose group is what is typed
     */
    static String typed(String line, Pattern prompt) {
        Look look = look(line);
        if (look != Look.APART) {
            return look == Look.CLOSE && prompt == USUAL ? typedClose(line) : null;
        }
        if (prompt == USUAL && line.charAt(0) == '#') {
            return typedBehindSign(line);
        }
        Matcher matcher = prompt.matcher(line);
        if (line.length() > 1 && matcher.matches()) {
            return matcher.group(1) == null ? "" : matcher.group(1);
        }
        if (prompt == USUAL && isTypedAtName(line)) {
            return line.substring(line.indexOf(' ') + 1);
        }
        Matcher host = HOST.matcher(line);
        boolean found =
                prompt == USUAL
                        && host.matches()
                        && !isNumber(host.group(1))
                        && !Commands.isKnown(host.group(1))
                        && (host.group(2).equals("$") || host.group(1).matches(".*\\d.*"));
        return found ? host.group(3) : null;
    }

    /** What stands behind a number sign and an angle, where it is known: some print results so. */
    private static String typedBehindSign(String line) {
        boolean known =
                line.startsWith("#> ")
                        && Commands.begin(line.substring(3))
                        && LineLooks.of(line.substring(3)) == LineLooks.COMMAND;
        return known ? line.substring(3) : null;
    }

    /** What stands right behind a prompt; behind a number sign it has to be known. */
    private static String typedClose(String line) {
        if (line.indexOf('@') < 0) {
            return null;
        }
        Matcher whole = WHOLE.matcher(line);
        return whole.matches() && (whole.group(1).equals("$") || Commands.begin(whole.group(2)))
                ? whole.group(2)
                : null;
    }

    private static boolean isNumber(String host) {
        return host.chars().allMatch(letter -> letter >= '0' && letter <= '9' || letter == '.');
    }

    /**
     * Whether the prompt is a name with a dash, as a container's, and the command one that switches
     * and routers do not have: they prompt like this too, but for the dollar.
     */
    private static boolean isTypedAtName(String line) {
        Matcher named = NAMED.matcher(line);
        if (!named.matches()) {
            return false;
        }
        String typed = named.group(1);
        String name = FirstWord.of(typed);
        boolean person = line.charAt(line.indexOf(' ') - 1) == '$';
        return name.startsWith("./")
                || Commands.isKnown(name)
                        && (person || !DeviceLine.isAlsoTyped(name) && !DeviceLine.is(typed));
    }

    /** How a line looks that may begin with a prompt. */
    private enum Look {
        NONE,
        /** Nothing stands between the prompt and what is typed. */
        CLOSE,
        APART
    }

    /** Looks for a prompt's last letter, which is faster than reading it. */
    private static Look look(String line) {
        Look look = Look.NONE;
        int limit = Math.min(line.length(), 200);
        for (int i = 0; i < limit; i++) {
            char letter = line.charAt(i);
            boolean mark =
                    letter == '$'
                            || letter == '#'
                            || letter == '%'
                            || letter == '>'
                            || letter == '❯'
                            || letter == '➜';
            if (mark && (i + 1 == line.length() || line.charAt(i + 1) == ' ')) {
                return i > 0 || line.charAt(0) != '#' ? Look.APART : look;
            }
            if (i > 0 && (letter == '$' || letter == '#')) {
                look = Look.CLOSE;
            }
        }
        return look;
    }
}
