package dev.warroom.runbook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rule: a block of nothing but assignments belongs into a file, not into a shell, where the words
 * before it name such a file, or where its names are written as no variable of a shell is.
 */
final class SettingLines {

    private static final Pattern SETTING =
            Pattern.compile("[A-Za-z_][\\w.]{0,60}=(?!\"?(?:\\$\\(|`)).*");

    /** Without a command behind it. */
    private static final Pattern ALONE =
            Pattern.compile(
                    "[^=]*=(?:\"[^\"]*\"|'[^']*'|\\([^()]*\\)|<[^<>]{1,60}>"
                            // A person's name, which a file takes without quotes.
                            + "|[A-Z][a-z]+(?: [A-Z][a-z]++){1,9}|\\S*)(?:\\s+#.*|\\s{2,}+(?!.*"
                            + " -)\\p{L}[^\"'$`|&;]*)?");

    /** What a command prints is its value. */
    private static final Pattern COMPUTED =
            Pattern.compile("[A-Za-z_]\\w{0,60}=(?:\"?\\$\\(.*\\)\"?|\"?`[^`]*`\"?)(?:\\s+#.*)?");

    /** What begins, parts and ends values of which some are given. */
    private static final Pattern CONDITION =
            Pattern.compile("(?:el)?if \\[.*\\](?:;\\s*then)?|then|else|fi");

    private static final Pattern SWITCHED =
            Pattern.compile(
                    "[a-z][\\w.-]*(?:\\s+\\d+)*\\s+(?:yes|no|on|off|true|false|\\d+\\w{0,2})(?:\\s+#.*)?");

    private static final Pattern VALUES =
            Pattern.compile("(?:[A-Z_][A-Z\\d_]*=(?:\"[^\"]*\"|'[^']*'|[^\\s\"']+)\\s+)+");

    private static final Pattern REMARK = Pattern.compile("\\s(?:#|\\s\\p{L})");

    private static final Pattern IN_SHELL =
            Pattern.compile("(?i)\\b(?:shell|terminal|session|exports?)\\b");

    private static final Pattern NAMED_FILE =
            Pattern.compile("`[\\w./~-]*\\.(?:env|conf|cfg|ini|properties|toml)`");

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
     * Whether no other block of the file takes any of the values that {@code code} gives, or few of
     * those that it explains one by one, and no words ask for them in the shell: they would do
     * nothing there, as they are not exported.
     */
    static boolean areUnused(Block.Code code, Vocabulary vocabulary) {
        return areUnused(given(lines(code).toList()), code, vocabulary);
    }

    /** The same of values that are given only where something holds. */
    static boolean areUnusedIfAny(Block.Code code, Vocabulary vocabulary) {
        List<String> inside =
                lines(code).filter(line -> !CONDITION.matcher(line).matches()).toList();
        return inside.size() < lines(code).count() && areUnused(given(inside), code, vocabulary);
    }

    /** Whether a line says when those around it hold, and nothing else. */
    static boolean isCondition(String line) {
        return CONDITION.matcher(line.strip()).matches();
    }

    /** Whether a value is given at the beginning of a line, whatever stands behind it. */
    static boolean mayBe(String line) {
        String text = line.strip();
        int sign = text.indexOf('=');
        int blank = text.indexOf(' ');
        return sign > 0 && (blank < 0 || sign < blank);
    }

    private static boolean areUnused(
            List<String> settings, Block.Code code, Vocabulary vocabulary) {
        long taken =
                settings.stream()
                        .filter(
                                line ->
                                        vocabulary.takes(name(line), code)
                                                || isTaken(name(line), settings))
                        .count();
        return !settings.isEmpty()
                && (taken == 0 || areRemarked(settings) && taken * 2 < settings.size())
                && !(IN_SHELL.matcher(code.before()).find()
                        && !NAMED_FILE.matcher(code.before()).find());
    }

    /**
     * Whether the lines begin with several names, none of which is a command that is known
     * anywhere, and one ends with what a setting is switched to, or with a number.
     */
    static boolean areSwitched(List<ShellUnit> units) {
        List<String> lines =
                units.stream()
                        .filter(it -> it.kind() == ShellUnit.Kind.COMMAND)
                        .map(it -> it.first().strip())
                        .toList();
        return lines.stream().anyMatch(line -> SWITCHED.matcher(line).matches())
                && lines.stream().map(FirstWord::of).distinct().count() > 1
                && units.stream().noneMatch(ShellUnit::isKnown);
    }

    /**
     * Whether the heading above is what each line begins with, no command that is known and without
     * an option: the words of a configuration are explained so, one by one.
     */
    static boolean areExplained(Block.Code code) {
        String name = code.before().strip().replace("`", "");
        List<String> lines =
                code.lines().stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !Comment.is(line))
                        .toList();
        return !name.isEmpty()
                && !lines.isEmpty()
                && !Commands.begin(name)
                && !name.startsWith("./")
                && lines.stream()
                        .allMatch(line -> line.startsWith(name + " ") && !line.contains(" -"));
    }

    /** Whether each value has a remark: what can be set is explained so. */
    private static boolean areRemarked(List<String> settings) {
        return settings.stream()
                .allMatch(line -> line.contains("  ") && REMARK.matcher(line).find());
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
        return settings(lines(code));
    }

    /** Whether the values of a line are for the command that stands behind them. */
    private static boolean isGiven(String line) {
        Matcher values = VALUES.matcher(line);
        if (line.length() > LineLooks.LONGEST || !values.lookingAt()) {
            return false;
        }
        String name = FirstWord.of(line.substring(values.end()));
        return name.startsWith("./") || Commands.isKnown(name) && !Commands.isAlsoWord(name);
    }

    private static List<String> settings(Stream<String> lines) {
        List<String> settings = lines.toList();
        return settings.stream().allMatch(line -> SETTING.matcher(line).matches() && !isGiven(line))
                ? settings
                : List.of();
    }

    /**
     * The lines, where all are assignments and nothing behind them, and not most of them of what
     * commands print, which may be run for what they do; else none.
     */
    private static List<String> given(List<String> lines) {
        long plain = 0;
        for (String line : lines) {
            if (SETTING.matcher(line).matches()
                    && ALONE.matcher(line).matches()
                    && !isGiven(line)) {
                plain++;
            } else if (!COMPUTED.matcher(line).matches()) {
                return List.of();
            }
        }
        return plain * 2 >= lines.size() ? lines : List.of();
    }

    /** Whether one of {@code settings} goes on with a value: {@code PATH=$PATH:/opt/quay}. */
    private static boolean isTaken(String name, List<String> settings) {
        return settings.stream()
                .filter(line -> !line.equals(name + "=$" + name))
                .anyMatch(line -> line.contains("$" + name) || line.contains("${" + name));
    }

    /** The lines without comments; a value that goes on behind a backslash is one. */
    private static Stream<String> lines(Block.Code code) {
        Stream<String> lines = code.lines().stream();
        if (code.lines().stream().anyMatch(line -> line.endsWith("\\"))) {
            lines =
                    Stream.of(
                            String.join("\n", code.lines())
                                    .replaceAll("\\\\\n\\s*", "")
                                    .split("\n"));
        }
        return lines.map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"));
    }
}
