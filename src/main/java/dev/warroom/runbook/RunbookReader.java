package dev.warroom.runbook;

/** Reads ordinary Markdown, written for people, as runbooks. */
public final class RunbookReader {

    private RunbookReader() {}

    /**
     * Reads one file's text. Any text gives a library; what could not be read as meant is among its
     * problems, each with its place.
     *
     * @param file as the workspace names it; stands in problems, and names steps that have no
     *     heading above them
     * @param markdown the whole text, with line ends of any kind
     */
    public static Library read(String file, String markdown) {
        return new FileReading(file, markdown).whole();
    }

    /**
     * Reads what its runbooks are found by; their sections, and which of them a link belongs to,
     * are read when somebody looks at them. Its problems are those of what was read for that.
     *
     * @param file as the workspace names it
     * @param markdown the whole text, which is kept
     */
    public static Library outline(String file, String markdown) {
        return new Outlines().read(file, markdown, () -> markdown);
    }
}
