package dev.warroom.runbook;

import java.util.function.Supplier;

/**
 * Reads of many files what their runbooks are found by. Their texts are not kept: a file is read
 * again when somebody looks at the sections of its runbooks, and of these files only those that
 * were looked into last are kept.
 */
public final class Outlines {

    /** Letters of the files that are kept whole; each takes some ten bytes. */
    private static final long KEPT = 3_000_000;

    private final LastOpened opened;

    public Outlines() {
        this(KEPT);
    }

    Outlines(long kept) {
        opened = new LastOpened(kept);
    }

    /**
     * Reads one file.
     *
     * @param file as the workspace names it
     * @param markdown the whole text
     * @param again gives the file's text once more, empty where it cannot be read any more; asked
     *     by whoever looks, on any thread
     */
    public Library read(String file, String markdown, Supplier<String> again) {
        return new FileReading(file, markdown).outline(new Whole(file, again, opened));
    }
}
