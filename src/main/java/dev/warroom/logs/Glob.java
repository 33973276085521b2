package dev.warroom.logs;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;

/**
 * A pattern of file names, as the shell reads it: {@code *} and {@code ?} within a name, {@code **}
 * for any number of folders. Names that begin with a dot match only patterns that do, too. Written
 * without {@code java.util.regex}, which would be loaded for this alone when the program starts.
 */
final class Glob {

    /** Folders below each other that {@code **} looks into. */
    private static final int DEEPEST = 12;

    /** Endings of files that hold no lines. */
    private static final String[] COMPRESSED = {
        ".gz", ".xz", ".bz2", ".zst", ".zip", ".lz4", ".Z", ".lzma"
    };

    private final Path base;
    private final String pattern;
    private final String[] names;

    /**
     * @param base what a relative pattern is relative to
     */
    Glob(Path base, String pattern) {
        this.base = pattern.startsWith("/") ? Path.of("/") : base;
        this.pattern = pattern;
        this.names = pattern.split("/");
    }

    /** As it was written. */
    String pattern() {
        return pattern;
    }

    /** Whether it names one file, which may or may not be there. */
    boolean literal() {
        return !wild(pattern);
    }

    /**
     * Adds every file that matches now, until {@code found} holds {@code most}. A literal one is
     * added whether it is there or not; what cannot be read is passed over.
     */
    void expand(Set<Path> found, int most) {
        expand(base, 0, found, most, DEEPEST);
    }

    private void expand(Path folder, int at, Set<Path> found, int most, int deeper) {
        if (found.size() >= most) {
            return;
        }
        Path here = folder;
        int next = at;
        while (next < names.length && !wild(names[next])) {
            here = names[next].isEmpty() ? here : here.resolve(names[next]);
            next++;
        }
        if (next == names.length) {
            if (literal() || Files.exists(here)) {
                found.add(here.normalize());
            }
            return;
        }
        boolean anyDepth = names[next].equals("**");
        boolean last = next == names.length - 1;
        if (anyDepth && !last) {
            expand(here, next + 1, found, most, deeper);
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(here)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (anyDepth && name.charAt(0) != '.' && deeper > 0 && realFolder(entry)) {
                    expand(entry, next, found, most, deeper - 1);
                } else if (last && (anyDepth ? plain(name) : matches(name, names[next]))) {
                    add(entry, name, found, most);
                } else if (!last && !anyDepth && matches(name, names[next])) {
                    expand(entry, next + 1, found, most, deeper);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Not there, not a folder, or not ours to read: it holds no match now. The pattern is
            // tried again, and says so when it has no match at all.
            return;
        }
    }

    private static void add(Path file, String name, Set<Path> found, int most) {
        if (found.size() < most && !compressed(name) && !Files.isDirectory(file)) {
            found.add(file.normalize());
        }
    }

    private static boolean plain(String name) {
        return name.charAt(0) != '.';
    }

    /** Whether a file of this name holds no lines. */
    static boolean compressed(String name) {
        for (String ending : COMPRESSED) {
            if (name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /** Links are not followed here, because they may lead in circles. */
    private static boolean realFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean wild(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    static boolean matches(String name, String pattern) {
        if (name.startsWith(".") && !pattern.startsWith(".")) {
            return false;
        }
        int n = 0;
        int p = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length()
                    && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
