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
