package dev.warroom.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of text: values that are known to be secret, what stands behind a name that
 * looks like one, the usual shapes of tokens and keys, and what a team's own patterns find. Whoever
 * shows, prints or keeps text that comes from a script or an output lets it through here.
 */
public final class Masking {

    /** What stands in a secret's place. */
    public static final String MASK = "*****";

    /** A shorter value is not searched for in text: too much that is no secret would be it. */
    public static final int LEAST_VALUE = 4;

    /** How often a team's pattern may look at a character, for each character of a text. */
    private static final long PATIENCE = 2_000;

    private static final String NAME =
            "(?:pass(?:word|wd|phrase|code)?|pwd|secrets?|(?:auth|access|api|bearer)?[_-]?tokens?"
                    + "|(?:api|access|private|secret|encryption|signing)[_-]?keys?|credentials?)";

    /** A count of tokens, or the number of a pass over something, as programs log them. */
    private static final String COUNTED = "(?:pass|tokens?)[\"']?:\\s{0,3}\\d{1,6}\\b";

    private static final Pattern SECRET_NAME =
            Pattern.compile(
                    "(?:.*[_.\\s-])?" + NAME + "(?:[_.\\s-].*)?|.*(?:password|passwd|secret)");

    /** Each finds a secret; where it has a group, that alone is it. */
    private static final List<Pattern> USUAL =
            Stream.of(
                            // NAME=value, and "name": "value"; not $NAME and <name>.
                            "(?i)(?<![A-Za-z])"
                                    + NAME
                                    + "(?:[_.-][\\w.-]{1,40})?[\"']?\\s{0,3}[:=]\\s{0,3}"
                                    + "(?:\"([^\"\\n$<{*][^\"\\n]*)\"|'([^'\\n$<{*][^'\\n]*)')",
                            "(?i)(?<![A-Za-z])"
                                    + NAME
                                    + "(?:[_.-][\\w.-]{1,40})?[\"']?=[\"']?([^\\s\"'$<{*;&|)][^\\s\"';&|)]*)",
                            "(?i)(?<![A-Za-z])(?!"
                                    + COUNTED
                                    + ")"
                                    + NAME
                                    + "[\"']?:\\s{0,3}([^\\s\"'$<{*,;]*\\d[^\\s\"',;]*)",
                            "(?i)--[\\w-]{0,30}" + NAME + "[\\s=]+[\"']?([^\\s\"'$<{*-][^\\s\"']*)",
                            "\\bmysql\\w*\\b[^\\n|;&]{0,200}?\\s-p([^\\s\"'$<{*]+)",
                            "(?i)\\b(?:bearer|basic)\\s+([A-Za-z0-9._~+/=-]{8,})",
                            "\\w://[^/\\s:@]*:([^@\\s/$<{*]+)@",
                            "\\bAKIA[0-9A-Z]{16}\\b",
                            "\\bgh[pousr]_[A-Za-z0-9]{30,}\\b",
                            "\\bxox[abprs]-[A-Za-z0-9-]{10,}",
                            "\\beyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]+",
                            "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----([^-]*)")
                    .map(Pattern::compile)
                    .toList();

    private static final String CUT_END = " bytes";
    private static final Pattern CUT = Pattern.compile(" \\+\\d+" + CUT_END + "$");

    /** Without any of these, none of the usual patterns finds anything. */
    private static final List<String> HINTS =
            List.of(
                    "pass",
                    "pwd",
                    "secret",
                    "token",
                    "key",
                    "credential",
                    "-p",
                    "bearer",
                    "basic",
                    "://",
                    "akia",
                    "gh",
                    "xox",
                    "eyj");

    /** Which two letters a hint begins with: every line is looked through, and most have none. */
    private static final boolean[] BEGINNINGS = beginnings();

    private final List<Pattern> patterns;
    private final List<String> values;

    private Masking(List<Pattern> patterns, Collection<String> values) {
        this.patterns = List.copyOf(patterns);
        this.values =
                values.stream()
                        .flatMap(String::lines)
                        .map(String::strip)
                        .filter(it -> it.length() >= LEAST_VALUE)
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    /** Knows no values, and the usual patterns only. */
    public static Masking usual() {
        return new Masking(List.of(), List.of());
    }

    /**
     * The same with a team's patterns as well.
     *
     * @param more each finds a secret; where it has a group, the first one alone is it
     */
    public Masking finding(List<Pattern> more) {
        return new Masking(Stream.concat(patterns.stream(), more.stream()).toList(), values);
    }

    /** The same, knowing more secret values; a value of several lines is masked line by line. */
    public Masking knowing(Collection<String> more) {
        return new Masking(patterns, Stream.concat(values.stream(), more.stream()).toList());
    }

    /** Whether a variable or placeholder of this name holds a secret, by the look of it. */
    public static boolean looksSecret(String name) {
        String lower = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        return SECRET_NAME.matcher(lower).matches();
    }

    /** {@code text} with {@link #MASK} in the place of every secret. */
    public String masked(String text) {
        String masked = text;
        for (String value : values) {
            if (masked.contains(value)) {
                masked = masked.replace(value, MASK);
            }
        }
        if (hinted(masked)) {
            for (Pattern pattern : USUAL) {
                masked = replaced(masked, pattern.matcher(masked));
            }
        }
        for (Pattern pattern : patterns) {
            masked = found(masked, pattern);
        }
        return masked;
    }

    /**
     * The same for a line of an output, as {@link LineAssembler} hands it over: where it was cut,
     * the beginning of a secret that stood there is masked too.
     */
    public String maskedLine(String line) {
        if (!line.endsWith(CUT_END)) {
            return masked(line);
        }
        Matcher cut = CUT.matcher(line);
        return cut.find()
                ? masked(withoutBeginning(line.substring(0, cut.start()))) + cut.group()
                : masked(line);
    }

    private String withoutBeginning(String text) {
        for (String value : values) {
            for (int length = Math.min(value.length() - 1, text.length()); length > 0; length--) {
                if (text.regionMatches(text.length() - length, value, 0, length)) {
                    return text.substring(0, text.length() - length) + MASK;
                }
            }
        }
        return text;
    }

    private static boolean[] beginnings() {
        boolean[] beginnings = new boolean[1 << 14];
        HINTS.forEach(it -> beginnings[pair(it.charAt(0), it.charAt(1))] = true);
        return beginnings;
    }

    private static int pair(char first, char second) {
        return first << 7 | second;
    }

    private static boolean hinted(String text) {
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = lower(text.charAt(i));
            if (BEGINNINGS[pair(before, letter)] && hintedAt(text, i - 1)) {
                return true;
            }
            before = letter;
        }
        return false;
    }

    private static boolean hintedAt(String text, int from) {
        for (String hint : HINTS) {
            if (text.regionMatches(true, from, hint, 0, hint.length())) {
                return true;
            }
        }
        return false;
    }

    /** Of ASCII, as the patterns are; 0 for what is beyond it. */
    private static char lower(char letter) {
        if (letter >= 'A' && letter <= 'Z') {
            return (char) (letter + ('a' - 'A'));
        }
        return letter < 128 ? letter : 0;
    }

    /** A pattern that takes too long on a text may have found anything: none of it is shown. */
    private static String found(String text, Pattern pattern) {
        try {
            long looks = PATIENCE * (text.length() + 100L);
            return replaced(
                    text, pattern.matcher(new BoundedText(text, new BoundedText.Looks(looks))));
        } catch (BoundedText.Exhausted | StackOverflowError e) {
            return MASK + " (a pattern of \"secrets\" takes too long on this line)";
        }
    }

    private static String replaced(String text, Matcher matcher) {
        StringBuilder masked = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            int group = group(matcher);
            if (matcher.end(group) > matcher.start(group)) {
                masked.append(text, from, matcher.start(group)).append(MASK);
                from = matcher.end(group);
            }
        }
        return from == 0 ? text : masked.append(text, from, text.length()).toString();
    }

    private static int group(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.start(group) >= 0) {
                return group;
            }
        }
        return 0;
    }
}
