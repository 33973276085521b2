package dev.warroom.runbook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rule: {@code [[Restore database]]} and {@code [[Restore database|what is shown]]} call a page by
 * its name, as wikis have it; so does {@code [[what is shown|Restore-database]]}, which some turn
 * around. Where that cannot be told, both may be the name.
 *
 * @param names of the page, the likeliest first, each with its heading behind a {@code #}
 * @param words what is shown
 * @param aside what is shown behind the words; empty where they say it
 */
record NamedPage(List<String> names, String words, String aside) {

    static final String OPENS = "[[";
    static final String ENDS = "]]";

    /** Letters between the brackets; what is longer is no name. */
    static final int LONGEST = 200;

    private static final Pattern BAR = Pattern.compile("\\\\?\\|");

    /** Signs of shell, of data and of other languages, which stand in no name. */
    private static final String FOREIGN = "[]<>\"`{}=$*\\|\n\r\t";

    private static final Pattern BEGINS = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{So}#./_(].*");

    /** Other namespaces of a wiki, and what it puts in the place of a mark. */
    private static final Pattern OTHER =
            Pattern.compile("(?i)[a-z]{2,40}:\\S.*|_*toc_*|PageOutline|\\.+");

    /** What names no page: a file of another kind, or a table of settings ({@code a.b}). */
    private static final Pattern FILE =
            Pattern.compile(
                    "\\S*\\.[A-Za-z]\\S*|(?i).*\\.(?:png|jpe?g|gif|svg|webp|bmp|pdf|mp[34]|mov|webm|zip|csv"
                        + "|xlsx?|docx?|pptx?|txt|ya?ml|json|canvas|drawio|excalidraw)");

    /** What a name looks like that was made for an address. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s]*[-_/#][^\\s]*|[^\\s]*\\.md");

    /** What a link as it is written calls, all marks included; empty where it is no such link. */
    static Optional<NamedPage> in(String written) {
        return of(written).or(() -> SiteReference.of(written));
    }

    /** What {@code written} calls, brackets and all; empty where it is no such link. */
    static Optional<NamedPage> of(String written) {
        if (!written.startsWith(OPENS)
                || !written.endsWith(ENDS)
                || written.length() > LONGEST + OPENS.length() + ENDS.length()) {
            return Optional.empty();
        }
        String inside = written.substring(OPENS.length(), written.length() - ENDS.length());
        if (inside.isEmpty() || !inside.equals(inside.strip())) {
            return Optional.empty();
        }
        String[] parts = BAR.split(inside, -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].strip();
            if (!isWords(parts[i])) {
                return Optional.empty();
            }
        }
        return switch (parts.length) {
            case 1 -> called(inside);
            case 2 -> called(parts[0], parts[1]);
            default -> Optional.empty();
        };
    }

    private static Optional<NamedPage> called(String name) {
        return isName(name)
                ? Optional.of(new NamedPage(List.of(name), spoken(name), ""))
                : Optional.empty();
    }

    private static Optional<NamedPage> called(String first, String second) {
        boolean turned = isAddress(second) && !isAddress(first) && !first.startsWith("#");
        String name = turned ? second : first;
        String words = turned ? first : second;
        if (!isName(name)) {
            return Optional.empty();
        }
        String aside = spoken(name);
        return Optional.of(
                new NamedPage(
                        isName(words) ? List.of(name, words) : List.of(name),
                        words,
                        Naming.same(aside, words) ? "" : aside));
    }

    private static boolean isWords(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (FOREIGN.indexOf(part.charAt(i)) >= 0) {
                return false;
            }
        }
        return !part.isEmpty();
    }

    private static boolean isName(String part) {
        String page = page(part);
        boolean named = part.chars().anyMatch(Character::isLetter);
        return named
                && BEGINS.matcher(part).matches()
                && !OTHER.matcher(page).matches()
                && (PageFile.isMarkdown(page) || !FILE.matcher(page).matches() || isPath(page));
    }

    /** Whether dots stand in it only to lead elsewhere: {@code ../db/restore}. */
    private static boolean isPath(String page) {
        return page.startsWith(".") && page.lastIndexOf('.') < page.lastIndexOf('/');
    }

    private static boolean isAddress(String part) {
        return ADDRESS.matcher(part).matches();
    }

    /** The page of a name; empty for the one that the link stands on. */
    static String page(String name) {
        int mark = name.indexOf('#');
        return (mark < 0 ? name : name.substring(0, mark)).strip();
    }

    /** The heading of a name; empty where it has none, or a mark that is no heading's. */
    static String heading(String name) {
        String heading = name.substring(name.lastIndexOf('#') + 1).strip();
        return name.indexOf('#') < 0 || heading.startsWith("^") ? "" : heading;
    }

    /** {@code a#b} as people say it. */
    private static String spoken(String name) {
        String[] parts = name.split("#");
        StringBuilder words = new StringBuilder();
        for (String part : parts) {
            if (!part.isBlank()) {
                words.append(words.isEmpty() ? "" : " > ").append(part.strip());
            }
        }
        return words.toString();
    }
}
