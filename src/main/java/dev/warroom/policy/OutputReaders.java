package dev.warroom.policy;

import java.util.Locale;
import java.util.Optional;

/** Who on other machines may read what the steps print that run on this one. */
public enum OutputReaders {
    /** Nobody. */
    NONE,

    /** The room's members, who sign that they ask; nobody where the room has none. */
    MEMBERS,

    /** Whoever the room's server lets in. */
    ALL;

    /** As {@code warroom.yaml} writes it. */
    public static Optional<OutputReaders> parse(String word) {
        for (OutputReaders each : values()) {
            if (each.word().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** {@code members}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
