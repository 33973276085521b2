package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: a file may begin with settings, between two lines of dashes, or of plus signs. They are no
 * text; their lines are made blank, so that what follows keeps its line numbers.
 *
 * @param rest the lines with the front matter made blank
 * @param title what the file is called
 */
record FrontMatter(List<String> rest, Optional<String> title, Settings settings) {

    private static final int LONGEST = 200;
    private static final Pattern SETTING =
            Pattern.compile("\\s*|\\s*#.*|\\s+\\S.*|-\\s.*|[\\w.-]+\\s*[:=].*|[\\]}].*");
    private static final Pattern SUGGEST =
            Pattern.compile("\\{\\s*suggest\\s*[:=]\\s*(.+?)\\s*\\}\\s*");
    private static final Pattern SUGGESTIONS =
            Pattern.compile(
                    "\"?([\\w.-]+)\"?\\s*[:=]\\s*\\{\\s*\"?suggest\"?\\s*[:=]\\s*"
                            + "(\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'|[^\"'}][^}]*+)\\s*\\}");
    private static final String PLACEHOLDERS = "placeholders";
    private static final String SUGGESTED = ".suggest";
    private static final Set<String> SHELLS =
            Set.of("bash", "sh", "zsh", "ksh", "dash", "ash", "fish");

    static FrontMatter of(List<String> lines, List<Finding> findings) {
        int end = end(lines);
        if (end < 0) {
            return new FrontMatter(lines, Optional.empty(), Settings.NONE);
        }
        List<SettingEntry> entries = SettingEntry.in(lines.subList(0, end));
        Optional<String> title =
                entries.stream()
                        .filter(it -> it.name().equals("title"))
                        .map(it -> it.plain().strip())
                        .filter(it -> !it.isEmpty() && it.length() <= LONGEST)
                        .findFirst();
        Settings settings = settings(entries, findings);
        List<String> rest = new ArrayList<>(lines);
        rest.subList(0, end + 1).replaceAll(line -> "");
        return new FrontMatter(rest, title, settings);
    }

    private static int end(List<String> lines) {
        String mark = lines.isEmpty() ? "" : lines.getFirst().stripTrailing();
        if (!mark.equals("---") && !mark.equals("+++")) {
            return -1;
        }
        for (int i = 1; i < Math.min(lines.size(), LONGEST); i++) {
            String line = lines.get(i).stripTrailing();
            if (line.equals(mark) || line.equals("...")) {
                // Nothing but comments may as well be headings between two rules.
                return lines.subList(1, i).stream().allMatch(FrontMatter::isComment) ? -1 : i;
            }
            boolean setting =
                    SETTING.matcher(line).matches()
                            || SettingEntry.isJson(lines.subList(0, i + 1))
                            || mark.equals("+++") && SettingEntry.isTable(line);
            if (!setting) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isComment(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private static Settings settings(List<SettingEntry> entries, List<Finding> findings) {
        Optional<String> shell = Optional.empty();
        Optional<String> cwd = Optional.empty();
        Optional<String> target = Optional.empty();
        boolean skip = false;
        Map<String, String> suggestions = new HashMap<>();
        for (SettingEntry it : entries) {
            switch (it.name()) {
                case "shell" -> shell = shell(it, findings);
                case "cwd" -> cwd = Optional.of(it.plain());
                case "target" -> target = Optional.of(it.plain()).filter(name -> !name.isBlank());
                case "skipPrompts" -> skip = skips(it, findings);
                default -> suggest(it, suggestions);
            }
        }
        return new Settings(shell, cwd, target, skip, suggestions);
    }

    private static void suggest(SettingEntry it, Map<String, String> suggestions) {
        if (it.name().equals(PLACEHOLDERS)) {
            SUGGESTIONS
                    .matcher(it.value())
                    .results()
                    .forEach(
                            one -> suggestions.put(one.group(1), SettingEntry.plain(one.group(2))));
        } else if (it.name().startsWith(PLACEHOLDERS + ".")) {
            String name = it.name().substring(PLACEHOLDERS.length() + 1);
            Matcher inBraces = SUGGEST.matcher(it.value());
            if (name.endsWith(SUGGESTED)) {
                suggestions.put(name.substring(0, name.length() - SUGGESTED.length()), it.plain());
            } else if (inBraces.matches()) {
                suggestions.put(name, SettingEntry.plain(inBraces.group(1)));
            }
        }
    }

    private static boolean skips(SettingEntry it, List<Finding> findings) {
        boolean skip = it.plain().equals("true");
        if (!skip && !it.plain().equals("false")) {
            findings.add(wrong(it, "true or false"));
        }
        return skip;
    }

    private static Optional<String> shell(SettingEntry it, List<Finding> findings) {
        String value = it.plain();
        if (SHELLS.contains(value.substring(value.lastIndexOf('/') + 1))) {
            return Optional.of(value);
        }
        findings.add(wrong(it, "the name of a shell, such as bash"));
        return Optional.empty();
    }

    private static Finding wrong(SettingEntry it, String rule) {
        return new Finding(
                it.line(),
                it.name() + " \"" + it.plain() + "\" must be " + rule + "; it is ignored",
                "Write " + rule + ", or leave it out.");
    }
}
