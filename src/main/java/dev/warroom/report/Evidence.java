package dev.warroom.report;

import dev.warroom.runbook.Library;

import java.util.Map;

/**
 * What a post-mortem can show beside the record.
 *
 * @param library names the options that were not taken
 * @param digests SHA-256 of the output, by run id, where the file is still there
 */
public record Evidence(Library library, Map<String, String> digests) {

    /** Nothing beside the record. */
    public static final Evidence NONE = new Evidence(Library.EMPTY, Map.of());

    public Evidence {
        digests = Map.copyOf(digests);
    }
}
