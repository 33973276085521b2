package dev.warroom.journal;

import dev.warroom.incident.Outcome;
import dev.warroom.incident.Severity;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The fields of one line as they are taken out of it, each once; none may be left over. */
final class EventFields {

    private final Map<String, String> values = HashMap.newHashMap(16);

    void put(String name, String value) throws LineDamage {
        if (values.put(name, value) != null) {
            throw damage("field \"" + name + "\" stands twice");
        }
    }

    String text(String name) throws LineDamage {
        String value = values.remove(name);
        if (value == null) {
            throw damage("field \"" + name + "\" is missing");
        }
        return value;
    }

    /** A text that is missing where it would be empty. */
    String some(String name) {
        return Optional.ofNullable(values.remove(name)).orElse("");
    }

    long count(String name) throws LineDamage {
        String value = text(name);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw damage("field \"" + name + "\" is not a whole number: " + value);
        }
    }

    boolean flag(String name) throws LineDamage {
        String value = text(name);
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw damage("field \"" + name + "\" is neither true nor false: " + value);
        };
    }

    /** A number that may be missing. */
    OptionalInt maybe(String name) throws LineDamage {
        return values.containsKey(name) ? OptionalInt.of((int) count(name)) : OptionalInt.empty();
    }

    int number(String name) throws LineDamage {
        long value = count(name);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw damage("field \"" + name + "\" is out of range: " + value);
        }
        return (int) value;
    }

    Instant instant(String name) throws LineDamage {
        String value = text(name);
        try {
            return StoredInstant.parse(value);
        } catch (DateTimeException e) {
            throw damage("field \"" + name + "\" is not an instant: " + value);
        }
    }

    Duration took() throws LineDamage {
        return duration("took");
    }

    Duration duration(String name) throws LineDamage {
        String value = text(name);
        try {
            return Duration.parse(value);
        } catch (DateTimeException e) {
            throw damage("field \"" + name + "\" is not a duration: " + value);
        }
    }

    Severity severity() throws LineDamage {
        return severity("severity");
    }

    Severity severity(String name) throws LineDamage {
        String value = text(name);
        return Severity.parse(value)
                .orElseThrow(() -> damage("severity \"" + value + "\" is not known"));
    }

    Outcome outcome() throws LineDamage {
        String value = text("outcome");
        for (Outcome outcome : Outcome.values()) {
            if (stored(outcome).equals(value)) {
                return outcome;
            }
        }
        throw damage("outcome \"" + value + "\" is not known");
    }

    /** The name that stays while Java's may change. */
    static String stored(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case STOPPED -> "stopped";
            case UNKNOWN -> "unknown";
        };
    }

    void requireNoneLeft() throws LineDamage {
        if (!values.isEmpty()) {
            throw damage("field \"" + values.keySet().iterator().next() + "\" is not known");
        }
    }

    /** The hash was right, so this was written on purpose: by another version. */
    private static LineDamage damage(String what) {
        return new LineDamage(what, Damage.NEWER);
    }
}
