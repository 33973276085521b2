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
 * Rule: a file may begin with settings between two lines of dashes, or of plus signs. They are no
 * text; their lines are made blank, so that what follows keeps its line numbers.
 *
 * @param rest the lines with the front matter made blank
 */
record FrontMatter(List<String> rest, Settings settings) {

    private static final int LONGEST = 200;
    private static final Pattern SETTING =
            Pattern.compile("\\s*|\\s*#.*|\\s+\\S.*|-\\s.*|[\\w.-]+\\s*[:=].*|[\\]}].*");
    private static final Pattern ENTRY = Pattern.compile("( *)([\\w.-]+)\\s*:\\s*(.*)");
    private static final Pattern SUGGEST =
            Pattern.compile("\\{\\s*suggest\\s*:\\s*(.+?)\\s*\\}\\s*");
    private static final Pattern SUGGESTIONS =
            Pattern.compile(
                    "([\\w.-]+)\\s*:\\s*\\{\\s*suggest\\s*:\\s*"
                            + "(\"[^\"]*+\"|'[^']*+'|[^\"'}][^}]*+)\\s*\\}");
    private static final Set<String> SHELLS =
            Set.of("bash", "sh", "zsh", "ksh", "dash", "ash", "fish");

    static FrontMatter of(List<String> lines, List<Finding> findings) {
        int end = end(lines);
        if (end < 0) {
            return new FrontMatter(lines, Settings.NONE);
        }
        Settings settings = settings(lines.subList(1, end), findings);
        List<String> rest = new ArrayList<>(lines);
        rest.subList(0, end + 1).replaceAll(line -> "");
        return new FrontMatter(rest, settings);
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
            if (!SETTING.matcher(line).matches()) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isComment(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private static Settings settings(List<String> lines, List<Finding> findings) {
        String shell = null;
        String cwd = null;
        String target = null;
        boolean skip = false;
        Map<String, String> suggestions = new HashMap<>();
        String top = "";
        String name = "";
        for (int i = 0; i < lines.size(); i++) {
            Matcher entry = ENTRY.matcher(lines.get(i));
            if (!entry.matches()) {
                continue;
            }
            String value = plain(entry.group(3));
            boolean outer = entry.group(1).isEmpty();
            top = outer ? entry.group(2) : top;
            if (outer && top.equals("shell")) {
                shell = shell(value, i + 2, findings);
            } else if (outer && top.equals("cwd")) {
                cwd = value;
            } else if (outer && top.equals("target")) {
                target = value;
            } else if (outer && top.equals("skipPrompts")) {
                skip = value.equals("true");
                if (!skip && !value.equals("false")) {
                    findings.add(wrong(i + 2, "skipPrompts", value, "true or false"));
                }
            } else if (outer && top.equals("placeholders")) {
                SUGGESTIONS
                        .matcher(entry.group(3))
                        .results()
                        .forEach(it -> suggestions.put(it.group(1), plain(it.group(2))));
            } else if (!outer && top.equals("placeholders")) {
                boolean inner = entry.group(2).equals("suggest") && !name.isEmpty();
                Matcher suggest = SUGGEST.matcher(entry.group(3));
                name = inner ? name : entry.group(2);
                if (inner) {
                    suggestions.put(name, value);
                } else if (suggest.matches()) {
                    suggestions.put(name, plain(suggest.group(1)));
                }
            }
        }
        return new Settings(
                Optional.ofNullable(shell),
                Optional.ofNullable(cwd),
                Optional.ofNullable(target).filter(it -> !it.isBlank()),
                skip,
                suggestions);
    }

    private static String shell(String value, int line, List<Finding> findings) {
        if (SHELLS.contains(value.substring(value.lastIndexOf('/') + 1))) {
            return value;
        }
        findings.add(wrong(line, "shell", value, "the name of a shell, such as bash"));
        return null;
    }

    private static Finding wrong(int line, String name, String value, String rule) {
        return new Finding(
                line,
                name + " \"" + value + "\" must be " + rule + "; it is ignored",
                "Write " + rule + ", or leave it out.");
    }

    private static String plain(String value) {
        String text = value.strip();
        boolean quoted =
                text.length() > 1
                        && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                        && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
