package dev.warroom.search;

import dev.warroom.runbook.Runbook;

/**
 * A runbook that fits the words, and why.
 *
 * @param place what kind of text fits best
 * @param text that text as written, one line
 * @param score greater fits better; comparable within one search only
 */
public record Found(Runbook runbook, Place place, String text, double score) {

    /** What a text is to its runbook. */
    public enum Place {
        TITLE(1.0),
        SYMPTOM(0.95),
        SECTION(0.8),
        OPTION(0.75),
        STEP(0.65),
        UNDER(0.6),
        FILE(0.5);

        private final double weight;

        Place(double weight) {
            this.weight = weight;
        }

        double weight() {
            return weight;
        }
    }
}
