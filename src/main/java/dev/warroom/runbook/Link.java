package dev.warroom.runbook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A link in the words of a file.
 *
 * @param file as the workspace names it
 * @param line counted from 1
 * @param in the id of the step, option, section or runbook whose words hold it; empty on a page
 * @param text what is shown
 * @param target as written: {@code disk.md#clean-up}, {@code https://…}, {@code #rollback}, {@code
 *     [[Clean up]]}
 */
public record Link(String file, int line, String in, String text, String target) {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|//.*");
    private static final Pattern PAGE = Pattern.compile("/(?:[^#?]*/)?[^/.#?]*(?:[#?].*)?");
    private static final Pattern BROKEN_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /**
     * Whether it leads to a site, a mail address or the like; a page by its path on the site that
     * the file is shown on ({@code /docs/setup}) is one, a file ({@code /docs/setup.md}) is none.
     */
    public boolean isOutside() {
        return names().isEmpty()
                && (SCHEME.matcher(target).matches() || PAGE.matcher(target).matches());
    }

    /**
     * The file it leads to, as the workspace names it; its own file for {@code #rollback}; empty
     * where it leads outside, or above the top folder, or calls a page by its name.
     */
    public Optional<String> targetFile() {
        if (isOutside() || !names().isEmpty()) {
            return Optional.empty();
        }
        String path = decoded(target.split("[#?]", 2)[0]);
        if (path.isEmpty()) {
            return Optional.of(file);
        }
        Deque<String> names = new ArrayDeque<>();
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        for (String name : (path.startsWith("/") ? path : folder + path).split("/")) {
            if (name.equals("..")) {
                if (names.isEmpty()) {
                    return Optional.empty();
                }
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        String top = file.startsWith("/") && !path.startsWith("/") ? "/" : "";
        return Optional.of(top + String.join("/", names));
    }

    /**
     * What the page may be called that it leads to, the likeliest first; none where it has a path.
     */
    public List<String> names() {
        return NamedPage.in(target).map(NamedPage::names).orElse(List.of());
    }

    /**
     * The files that it may lead to, the likeliest first; none where it leads outside or has no
     * path.
     */
    public List<String> targetFiles() {
        boolean here = target.startsWith("#");
        return targetFile().map(it -> here ? List.of(it) : PageFile.behind(it)).orElse(List.of());
    }

    /** The heading it names in that file, without the mark; may be empty. */
    public String anchor() {
        List<String> names = names();
        if (!names.isEmpty()) {
            return NamedPage.heading(names.getFirst());
        }
        int mark = target.indexOf('#');
        return mark < 0 ? "" : decoded(target.substring(mark + 1));
    }

    private static String decoded(String text) {
        return text.indexOf('%') < 0
                ? text
                : URLDecoder.decode(
                        BROKEN_PERCENT.matcher(text.replace("+", "%2B")).replaceAll("%25"),
                        StandardCharsets.UTF_8);
    }
}
