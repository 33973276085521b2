package dev.warroom.figures;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure of a period.
 *
 * @param id as programs read it: {@code uptime}
 * @param name as people read it
 * @param value in {@code unit}; empty where there is none
 * @param words the value, or why there is none
 * @param target in words; empty where there is none
 * @param met whether the target is met; empty where that cannot be said
 * @param note from what it was computed, or what one must know of it; may be empty
 */
public record Figure(
        String id,
        String name,
        OptionalDouble value,
        String unit,
        String words,
        Optional<String> target,
        Optional<Boolean> met,
        String note) {

    /** {@code met}, {@code missed}, or {@code –} where that cannot be said. */
    public String verdict() {
        return met.map(it -> it ? "met" : "missed").orElse("–");
    }
}
