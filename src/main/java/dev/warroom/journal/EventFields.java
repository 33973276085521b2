package dev.warroom.journal;

import dev.warroom.incident.Outcome;
import dev.warroom.incident.Severity;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The fields of one line as they are taken out of it, each once; none may be left over. One object
 * serves line after line. A line has few fields, so going through them takes less than a map's
 * bookkeeping.
 */
final class EventFields {

    /** No line that was ever written has as many. */
    private static final int MOST = 32;

    private static final OptionalInt[] USUAL =
            IntStream.range(0, 256).mapToObj(OptionalInt::of).toArray(OptionalInt[]::new);

    private final String[] names = new String[MOST];
    private final String[] values = new String[MOST];
    private int count;

    private final boolean[] taken = new boolean[MOST];

    /** Those before it are all taken. */
    private int first;

    /** Forgets the line before. */
    void clear() {
        count = 0;
        first = 0;
    }

    void put(String name, String value) throws LineDamage {
        if (count == MOST) {
            throw damage("it has more than " + MOST + " fields");
        }
        names[count] = name;
        taken[count] = false;
        values[count++] = value;
    }

    String text(String name) throws LineDamage {
        String value = taken(name);
        if (value == null) {
            throw damage("field \"" + name + "\" is missing");
        }
        return value;
    }

    /** A text that is missing where it would be empty. */
    String some(String name) {
        String value = taken(name);
        return value == null ? "" : value;
    }

    /** Null where there is none; fields are mostly taken in the order in which they stand. */
    private String taken(String name) {
        int at = find(name);
        if (at < 0) {
            return null;
        }
        taken[at] = true;
        while (first < count && taken[first]) {
            first++;
        }
        return values[at];
    }

    private int find(String name) {
        for (int i = first; i < count; i++) {
            if (!taken[i] && names[i].equals(name)) {
                return i;
            }
        }
        return -1;
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

    /** A number that may be missing; of the usual ones, such as exit codes, one each is kept. */
    OptionalInt maybe(String name) throws LineDamage {
        if (find(name) < 0) {
            return OptionalInt.empty();
        }
        int number = (int) count(name);
        return number >= 0 && number < USUAL.length ? USUAL[number] : OptionalInt.of(number);
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
            return StoredDuration.parse(value);
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
        if (first == count) {
            return;
        }
        String left = names[first];
        boolean twice = Arrays.asList(names).indexOf(left) < first;
        throw damage("field \"" + left + (twice ? "\" stands twice" : "\" is not known"));
    }

    /** The hash was right, so this was written on purpose: by another version. */
    private static LineDamage damage(String what) {
        return new LineDamage(what, Damage.NEWER);
    }
}
