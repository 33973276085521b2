package dev.warroom.runbook;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rule: a page is called by the name of its file, or by the end of its path; letter case, blanks,
 * dashes and underscores count the same, and the folder that a page introduces is its name too.
 */
public final class Naming {

    /** Better than every other: it stands beside the link. */
    private static final int BESIDE = 0;

    private static final int NONE = 4;

    private Naming() {}

    /**
     * A page that a link leads to.
     *
     * @param file as the workspace names it
     * @param heading in it; empty for its top
     */
    public record Found(String file, String heading) {}

    /**
     * The page that a link means, one in the same folder first.
     *
     * @param link that calls a page by its name
     * @param called files by their {@link #keys}; others among them do no harm
     */
    public static Optional<Found> find(Link link, Function<String, Collection<String>> called) {
        for (String name : link.names()) {
            String page = NamedPage.page(name);
            String path = path(page);
            Optional<String> file =
                    page.isEmpty()
                            ? Optional.of(link.file())
                            : best(folder(link.file(), page), path, called.apply(last(path)));
            if (file.isPresent()) {
                return file.map(it -> new Found(it, NamedPage.heading(name)));
            }
        }
        return Optional.empty();
    }

    /** Where a page is looked for first: beside the link, or as far up as its name says. */
    private static String folder(String file, String page) {
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        for (int at = 0; page.startsWith("../", at) && !folder.isEmpty(); at += 3) {
            folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
        }
        return page.startsWith("/") ? "" : folded(folder);
    }

    private static Optional<String> best(String folder, String path, Collection<String> files) {
        String best = null;
        int least = NONE;
        for (String file : files) {
            int rank = rank(folded(PageFile.withoutEnding(file)), folder, path);
            if (rank < least) {
                best = file;
                least = rank;
            }
            if (rank == BESIDE) {
                break;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int rank(String page, String folder, String path) {
        if (endsWith(page, path)) {
            return page.equals(folder + path) ? BESIDE : BESIDE + 2;
        }
        String introduced = introduced(page);
        if (!introduced.isEmpty() && endsWith(introduced, path)) {
            return introduced.equals(folder + path) ? BESIDE + 1 : BESIDE + 3;
        }
        return NONE;
    }

    private static boolean endsWith(String page, String path) {
        return page.endsWith(path)
                && (page.length() == path.length()
                        || page.charAt(page.length() - path.length() - 1) == '/');
    }

    /** The folder that a page introduces; empty for none. */
    private static String introduced(String page) {
        int cut = page.lastIndexOf('/');
        return cut > 0 && PageFile.isFirst(page.substring(cut + 1)) ? page.substring(0, cut) : "";
    }

    /** What {@link #find} asks for where a file may be meant. */
    public static List<String> keys(String file) {
        List<String> keys = new ArrayList<>();
        String page = folded(PageFile.withoutEnding(file));
        keys.add(last(page));
        String introduced = introduced(page);
        if (!introduced.isEmpty()) {
            keys.add(last(introduced));
        }
        return keys;
    }

    /** What a page is called, without its ending and what leads up from where the link stands. */
    private static String path(String page) {
        String path = folded(PageFile.withoutEnding(page));
        int from = 0;
        int to = path.length();
        while (from < to && (path.charAt(from) == '.' || path.charAt(from) == '/')) {
            from++;
        }
        while (to > from && path.charAt(to - 1) == '/') {
            to--;
        }
        return path.substring(from, to);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether two names are one. */
    static boolean same(String name, String other) {
        return folded(name).equals(folded(other));
    }

    private static String folded(String name) {
        StringBuilder folded = new StringBuilder(name);
        boolean ascii = true;
        for (int i = 0; i < folded.length(); i++) {
            char letter = folded.charAt(i);
            ascii &= letter < 128;
            folded.setCharAt(
                    i, letter == ' ' || letter == '_' ? '-' : Character.toLowerCase(letter));
        }
        return ascii ? folded.toString() : Normalizer.normalize(folded, Normalizer.Form.NFC);
    }
}
