package dev.warroom.shell;

/**
 * A here-document that has been announced: {@code <<EOF}.
 *
 * @param word the line that ends it
 * @param tabs whether tabs before that line are ignored
 * @param end where the announcement ends in its line
 */
public record HereDocument(String word, boolean tabs, int end) {

    /** The one announced at {@code from}, where two "less than" stand; else null. */
    public static HereDocument at(String line, int from) {
        if (!line.startsWith("<<", from)) {
            return null;
        }
        int at = from + 2;
        boolean tabs = at < line.length() && line.charAt(at) == '-';
        at += tabs ? 1 : 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        int start = at;
        StringBuilder word = new StringBuilder();
        while (at < line.length() && " \t\n;&|<>()".indexOf(line.charAt(at)) < 0) {
            if ("'\"\\".indexOf(line.charAt(at)) < 0) {
                word.append(line.charAt(at));
            }
            at++;
        }
        // "1 << 3" in arithmetic is no document.
        boolean named = !word.isEmpty() && !Character.isDigit(line.charAt(start));
        return named ? new HereDocument(word.toString(), tabs, at) : null;
    }

    /** Whether {@code line} is the one behind its last. */
    public boolean isEndedBy(String line) {
        return (tabs ? line.replaceFirst("^\\t+", "") : line).stripTrailing().equals(word);
    }
}
