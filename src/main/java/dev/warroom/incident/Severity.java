package dev.warroom.incident;

import java.util.Locale;
import java.util.Optional;

/** How bad an incident is. */
public enum Severity {
    /** Critical: the service is down, or data is at risk. */
    P1,
    /** High: significant degradation. */
    P2,
    /** Medium: minor impact. */
    P3,
    /** Low: cosmetic. */
    P4;

    /** Reads {@code P1} or {@code p1}; empty for anything else. */
    public static Optional<Severity> parse(String text) {
        for (Severity severity : values()) {
            if (severity.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
