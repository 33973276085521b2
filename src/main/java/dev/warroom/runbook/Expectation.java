package dev.warroom.runbook;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What must hold after a section's steps.
 *
 * @param words as written
 * @param comparison what a machine can check where a step's output holds the number
 */
public record Expectation(String words, Optional<Comparison> comparison) {

    /**
     * "Disk usage < 80%".
     *
     * @param subject what is compared: {@code Disk usage}; not blank
     * @param unit {@code %}, {@code ms}; empty for none
     */
    public record Comparison(String subject, Relation relation, BigDecimal number, String unit) {}

    /** How the measured value must stand to the number. */
    public enum Relation {
        LESS,
        AT_MOST,
        EQUAL,
        AT_LEAST,
        GREATER
    }
}
