package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rule: a link may name a page without its file's ending, or the folder that the page introduces,
 * as wikis and documentation sites have it.
 */
public final class PageFile {

    /** What the name of a file of Markdown ends with. */
    private static final List<String> ENDINGS = List.of(".md", ".markdown", ".mdown", ".mkd");

    /** What the file that introduces its folder is called. */
    private static final List<String> FIRST =
            List.of("README.md", "readme.md", "index.md", "_index.md");

    private PageFile() {}

    /** Whether the name of a file ends as those of Markdown do. */
    public static boolean isMarkdown(String name) {
        return !withoutEnding(name).equals(name);
    }

    static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && ENDINGS.contains(name.substring(dot).toLowerCase(Locale.ROOT))
                ? name.substring(0, dot)
                : name;
    }

    /**
     * Whether a file of this name introduces its folder.
     *
     * @param page without its ending
     */
    static boolean isFirst(String page) {
        return FIRST.stream().anyMatch(it -> Naming.same(withoutEnding(it), page));
    }

    /**
     * The files that a path may lead to, the likeliest first.
     *
     * @param path as the workspace names what is there; empty for its folder
     */
    static List<String> behind(String path) {
        List<String> files = new ArrayList<>();
        files.add(path);
        if (!isMarkdown(path)) {
            boolean top = path.isEmpty() || path.endsWith("/");
            ENDINGS.stream().filter(_ -> !top).map(path::concat).forEach(files::add);
            FIRST.stream().map((top ? path : path + "/")::concat).forEach(files::add);
        }
        return files;
    }
}
