package dev.warroom.logs;

import dev.warroom.text.Sanitiser;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What followed files are called: each by as little of its path as tells it from the others. */
final class Names {

    /**
     * The names of one file, safe to draw.
     *
     * @param path relative to the workspace where it is inside
     * @param source short, and no other file's
     */
    record Name(String path, String source) {}

    private static final String USUAL_ENDING = ".log";

    private final Path base;
    private final Map<String, Path> taken = new HashMap<>();

    Names(Path base) {
        this.base = base;
    }

    Name of(Path file) {
        Path shown = file.startsWith(base) ? base.relativize(file) : file;
        return new Name(Sanitiser.line(shown.toString()), source(file));
    }

    private String source(Path file) {
        int parts = file.getNameCount();
        for (int first = parts - 1; first >= 0; first--) {
            String name = Sanitiser.line(file.subpath(first, parts).toString());
            String shorter = withoutEnding(name);
            if (claim(shorter, file) || (beside(taken.get(shorter), file) && claim(name, file))) {
                return taken.get(shorter).equals(file) ? shorter : name;
            }
        }
        return Sanitiser.line(file.toString());
    }

    private static String withoutEnding(String name) {
        int length = name.length() - USUAL_ENDING.length();
        return length > 0 && name.endsWith(USUAL_ENDING) ? name.substring(0, length) : name;
    }

    /** Of {@code app} and {@code app.log} in one folder, the ending tells which is which. */
    private static boolean beside(Path one, Path other) {
        return one.getParent().equals(other.getParent());
    }

    /** A file that comes back gets its name back. */
    private boolean claim(String name, Path file) {
        return file.equals(taken.computeIfAbsent(name, free -> file));
    }
}
