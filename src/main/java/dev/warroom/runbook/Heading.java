package dev.warroom.runbook;

/**
 * A heading of a file, whatever became of it.
 *
 * @param file as the workspace names it
 * @param line counted from 1
 * @param level 1 to 6
 * @param title without markup
 * @param anchor what links name it by, as forges make it: lower case, no punctuation, dashes for
 *     blanks, and "-1" behind the second of its kind
 */
public record Heading(String file, int line, int level, String title, String anchor) {

    /** Whether {@code words} call it; only letters and digits count, and not their case. */
    public boolean isCalled(String words) {
        String wanted = Slug.of(words, "");
        return wanted.equals(Slug.of(title, "")) || wanted.equals(Slug.of(anchor, ""));
    }
}
