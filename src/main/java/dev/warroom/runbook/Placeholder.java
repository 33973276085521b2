package dev.warroom.runbook;

import java.util.Optional;

/**
 * Something that must be filled before a step runs. A name that is written in several ways has a
 * placeholder for each of them; they share one value.
 *
 * @param name what it is asked by: {@code previous-version}
 * @param written how it stands in the script: {@code <previous-version>}. Every place in the script
 *     where this text stands is meant
 * @param kind what makes it one
 * @param suggestion a command that prints likely values, a line each
 */
public record Placeholder(String name, String written, Kind kind, Optional<String> suggestion) {

    /** What makes something a placeholder. */
    public enum Kind {
        /** It is marked: {@code <name>}, {@code {name}}, {@code [NAME]}. */
        MARKED,
        /** It is a word that stands for another: {@code YOUR_TOKEN}, {@code user@host}. */
        EXAMPLE,
        /** It is a variable that nothing sets: {@code $NODE}. */
        VARIABLE,
        /** Dots stand for its value: {@code API_KEY=...}; the name before them stays. */
        LEFT_OUT
    }

    /** What of {@link #written} stays when the value is filled in; mostly nothing. */
    public String kept() {
        return kind == Kind.LEFT_OUT ? written.substring(0, written.indexOf('=') + 1) : "";
    }
}
