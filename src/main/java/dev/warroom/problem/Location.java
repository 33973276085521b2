package dev.warroom.problem;

/**
 * A place in a file a person can open.
 *
 * @param file the file's name as the person knows it
 * @param line counted from 1; 0 where the whole file is meant
 * @param column counted from 1; 0 where the whole line is meant
 */
public record Location(String file, int line, int column) {

    public Location {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException(
                    "line " + line + " and column " + column + " must be >= 0");
        }
    }

    /** The whole of {@code file}. */
    public static Location of(String file) {
        return new Location(file, 0, 0);
    }

    /** The form that editors and compilers share: {@code file:line:column}, as far as known. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "");
    }
}
