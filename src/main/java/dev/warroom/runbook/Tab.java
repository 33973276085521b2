package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The title of a tab, or the end of a row of tabs, as the makers of documentation sites write them:
 * {@code === "Linux"}, {@code <TabItem label="Linux">}, {@code {{< tab "Linux" >}}}, {@code {% tab
 * title="Linux" %}}. In the lines for Markdown a comment stands in its place.
 *
 * @param depth of the row, 0 where it stands in no other
 * @param title empty for the end of the row
 */
record Tab(int depth, String title) {

    /** How deep rows may stand in each other; deeper ones are read as words. */
    static final int DEEPEST = 8;

    private static final String QUOTED = "\"([^\"]{1,100})\"|'([^']{1,100})'";
    private static final Pattern INDENTED =
            Pattern.compile("\\s*===[!+]?\\s+(?:" + QUOTED + ")\\s*");
    private static final Pattern MARK =
            Pattern.compile("\\s*<!-- tab (\\d)(?:: (.{1,100}))? -->\\s*");
    private static final Pattern ROW =
            Pattern.compile(
                    "\\s*(?:<Tabs\\b[^<>]{0,300}>|\\{\\{[<%]\\s*tab(?:s|pane)\\b[^}]{0,300}\\}\\}|\\{%\\s*tabs\\b[^%]{0,300}%\\})\\s*");
    private static final Pattern TITLED =
            Pattern.compile(
                    "\\s*(?:<TabItem\\b|\\{\\{[<%]\\s*tab\\b|\\{%\\s*tab\\b)([^<>{}]{0,300})(?:>|[>%]\\}\\}|%\\})\\s*");
    private static final Pattern END_OF_TAB =
            Pattern.compile(
                    "\\s*(?:</TabItem>|\\{\\{[<%]\\s*/tab\\s*[%>]\\}\\}|\\{%\\s*endtab\\s*%\\})\\s*");
    private static final Pattern END_OF_ROW =
            Pattern.compile(
                    "\\s*(?:</Tabs>|\\{\\{[<%]\\s*/tab(?:s|pane)\\s*[%>]\\}\\}|\\{%\\s*endtabs\\s*%\\})\\s*");
    private static final Pattern LABEL =
            Pattern.compile("\\b(?:label|title|name|header)=(?:" + QUOTED + ")");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=(?:" + QUOTED + ")");
    private static final Pattern FIRST = Pattern.compile("\\s*(?:" + QUOTED + ").*");

    /** The title in a line such as {@code === "Linux"}; empty where it is none. */
    static Optional<String> indented(String line) {
        return quoted(INDENTED.matcher(line));
    }

    /** What stands in the place of a title, or of the end of a row. */
    String line() {
        return "<!-- tab "
                + depth
                + (title.isEmpty() ? "" : ": " + title.replace("--", "- -"))
                + " -->";
    }

    boolean ends() {
        return title.isEmpty();
    }

    static boolean is(List<String> lines) {
        return lines.size() == 1 && MARK.matcher(lines.getFirst()).matches();
    }

    /** What such a comment stands for. */
    static Optional<Tab> of(Block block) {
        if (!(block instanceof Block.Html html) || !is(html.lines())) {
            return Optional.empty();
        }
        Matcher mark = MARK.matcher(html.lines().getFirst());
        return mark.matches()
                ? Optional.of(
                        new Tab(
                                Integer.parseInt(mark.group(1)),
                                mark.group(2) == null ? "" : mark.group(2)))
                : Optional.empty();
    }

    /** The same lines, with a comment for each mark that stands on a line of its own. */
    static List<String> marked(List<String> lines) {
        List<String> result = lines;
        int depth = -1;
        boolean fenced = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int at = Indent.of(line);
            char letter = at < line.length() ? line.charAt(at) : ' ';
            fenced ^= SiteMarks.isFence(line, at);
            if (fenced || letter != '<' && letter != '{' || line.length() > LineLooks.LONGEST) {
                continue;
            }
            String mark = null;
            if (depth + 1 < DEEPEST && ROW.matcher(line).matches()) {
                depth++;
                mark = "";
            } else if (depth < 0) {
                continue;
            } else if (END_OF_ROW.matcher(line).matches()) {
                mark = new Tab(depth--, "").line();
            } else if (END_OF_TAB.matcher(line).matches()) {
                mark = "";
            } else {
                mark = titled(line, depth);
            }
            if (mark != null) {
                result = result == lines ? new ArrayList<>(lines) : result;
                result.set(i, mark);
            }
        }
        return result;
    }

    private static String titled(String line, int depth) {
        Matcher tab = TITLED.matcher(line);
        if (!tab.matches()) {
            return null;
        }
        String words = tab.group(1);
        return quoted(LABEL, words)
                .or(() -> quoted(VALUE, words))
                .or(() -> quoted(FIRST.matcher(words)))
                .map(title -> new Tab(depth, title).line())
                .orElse(null);
    }

    private static Optional<String> quoted(Pattern pattern, String words) {
        Matcher found = pattern.matcher(words);
        return found.find() ? Optional.of(either(found)) : Optional.empty();
    }

    private static Optional<String> quoted(Matcher matcher) {
        return matcher.matches() ? Optional.of(either(matcher)) : Optional.empty();
    }

    private static String either(Matcher found) {
        return (found.group(1) == null ? found.group(2) : found.group(1)).strip();
    }
}
