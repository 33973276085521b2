package dev.warroom.runbook;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Rule: a block of nothing but assignments belongs into a file, not into a shell, where the words
 * before it name such a file, or where its names are written as no variable of a shell is.
 */
final class SettingLines {

    private static final Pattern SETTING =
            Pattern.compile("[A-Za-z_][\\w.]{0,60}=(?!\"?(?:\\$\\(|`)).*");

    /** Without a command behind it. */
    private static final Pattern ALONE =
            Pattern.compile("[^=]*=(?:\"[^\"]*\"|'[^']*'|\\S*)(?:\\s+#.*)?");

    private static final Pattern NO_VARIABLE = Pattern.compile("[A-Z]{1,4}[a-z]+[A-Z]?\\w*=.*");
    private static final Pattern FILE =
            Pattern.compile(
                    "\\.(?:env|conf|cfg|ini|properties|toml|service)\\b|`/etc/|\\benv(?:ironment)?"
                            + " file\\b|\\bconfig file\\b|\\bconfigurations?\\b"
                            + "|\\blines? (?:that )?(?:start|begin)");

    private SettingLines() {}

    /**
     * Whether {@code code}, of which nothing is said, is for a file: its names are in small
     * letters.
     */
    static boolean areNamedSo(Block.Code code) {
        List<String> settings = settings(code);
        return settings.stream().anyMatch(line -> Character.isLowerCase(line.charAt(0)))
                        && settings.stream().allMatch(line -> ALONE.matcher(line).matches())
                || are(code);
    }

    /**
     * Whether no command of the file takes any of the values that {@code code}, of which nothing is
     * said, gives.
     */
    static boolean areUnused(Block.Code code, Vocabulary vocabulary) {
        List<String> settings = settings(code);
        return !settings.isEmpty()
                && settings.stream().allMatch(line -> ALONE.matcher(line).matches())
                && settings.stream().noneMatch(line -> vocabulary.takes(name(line)));
    }

    /**
     * Whether {@code code}, labelled as shell, gives values that no command of the file takes, to
     * names in small letters, which no program looks for in its environment either.
     */
    static boolean areOfNobody(Block.Code code, Vocabulary vocabulary) {
        return settings(code).stream().allMatch(line -> Character.isLowerCase(line.charAt(0)))
                && areUnused(code, vocabulary);
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    /** Whether {@code code} is for a file. */
    static boolean are(Block.Code code) {
        List<String> settings = settings(code);
        return !settings.isEmpty()
                && (settings.stream().anyMatch(line -> NO_VARIABLE.matcher(line).matches())
                        || FILE.matcher(code.before()).find()
                        || code.lines().stream()
                                .anyMatch(line -> Comment.is(line) && FILE.matcher(line).find()));
    }

    /** Its lines, where all are assignments; else none. */
    private static List<String> settings(Block.Code code) {
        List<String> settings =
                code.lines().stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList();
        return settings.stream().allMatch(line -> SETTING.matcher(line).matches())
                ? settings
                : List.of();
    }
}
