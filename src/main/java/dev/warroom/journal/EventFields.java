package dev.warroom.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

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

    /** As many never make a number too large. */
    private static final int DIGITS = 18;

    private static final OptionalInt[] USUAL =
            IntStream.range(0, 256).mapToObj(OptionalInt::of).toArray(OptionalInt[]::new);

    private final String[] names;

    /** Null where a text was not asked for yet; it stands in the line then. */
    private final String[] values;

    /** Null where a text is no word, or was not asked for. */
    private final Word[] known;

    /** Where it stands in the line as it reads; negative where it does not. */
    private final int[] froms;

    private final int[] tos;
    private int count;
    private byte[] line;
    private Words words;

    private final boolean[] taken;

    /** Those before it are all taken. */
    private int first;

    /** None yet. */
    EventFields() {
        names = new String[MOST];
        values = new String[MOST];
        taken = new boolean[MOST];
        known = new Word[MOST];
        froms = new int[MOST];
        tos = new int[MOST];
    }

    /** These, and no others. */
    EventFields(String[] names, String[] values) {
        this.names = names;
        this.values = values;
        taken = new boolean[names.length];
        known = null;
        froms = null;
        tos = null;
        count = names.length;
    }

    /** Forgets the line before. */
    void clear() {
        count = 0;
        first = 0;
    }

    void put(String name, String value) throws LineDamage {
        put(name, value, null, -1, -1);
    }

    void put(String name, Word word) throws LineDamage {
        put(name, word.text(), word, -1, -1);
    }

    /** The same of some ASCII of a line, of which a text is made when it is asked for. */
    void put(String name, byte[] bytes, int from, int to, Words all) throws LineDamage {
        put(name, null, null, from, to);
        line = bytes;
        words = all;
    }

    private void put(String name, String value, Word word, int from, int to) throws LineDamage {
        if (count == MOST) {
            throw damage("it has more than " + MOST + " fields");
        }
        names[count] = name;
        values[count] = value;
        known[count] = word;
        froms[count] = from;
        tos[count] = to;
        taken[count++] = false;
    }

    int count() {
        return count;
    }

    String name(int at) {
        return names[at];
    }

    /** The text of a field, taken or not. */
    String value(int at) {
        if (values[at] == null) {
            Word word = words.of(line, froms[at], tos[at]);
            known[at] = word;
            values[at] =
                    word == null
                            ? new String(line, froms[at], tos[at] - froms[at], ISO_8859_1)
                            : word.text();
        }
        return values[at];
    }

    /** The word that the text of a field is; null where it is none, or was not asked for. */
    Word word(int at) {
        return known[at];
    }

    /** The bytes in which a field stands as it reads; null where it does not. */
    byte[] plain(int at) {
        return froms[at] < 0 ? null : line;
    }

    int from(int at) {
        return froms[at];
    }

    int to(int at) {
        return tos[at];
    }

    /** The text of a field that is there, taken or not. */
    String stated(String name) {
        for (int i = 0; i < count; i++) {
            if (names[i].equals(name)) {
                return value(i);
            }
        }
        throw new IllegalStateException("there is no field " + name);
    }

    /** Takes a field that must be there, whatever it says. */
    void pass(String name) throws LineDamage {
        if (place(name) < 0) {
            throw missing(name);
        }
    }

    /** Takes a field, and says whether it has the text that stands in {@code bytes}. */
    boolean is(String name, byte[] bytes, int from, int to) throws LineDamage {
        int at = place(name);
        if (at < 0) {
            throw missing(name);
        }
        return values[at] == null
                ? Arrays.equals(line, froms[at], tos[at], bytes, from, to)
                : values[at].equals(new String(bytes, from, to - from, ISO_8859_1));
    }

    String text(String name) throws LineDamage {
        String value = taken(name);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    /** A text that is missing where it would be empty. */
    String some(String name) {
        String value = taken(name);
        return value == null ? "" : value;
    }

    /** Null where there is none. */
    private String taken(String name) {
        int at = place(name);
        return at < 0 ? null : value(at);
    }

    /** Negative where there is none; fields are mostly taken in the order in which they stand. */
    private int place(String name) {
        int at = first;
        if (at >= count || !names[at].equals(name)) {
            at = find(name);
            if (at < 0) {
                return at;
            }
        }
        taken[at] = true;
        while (first < count && taken[first]) {
            first++;
        }
        return at;
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
        int at = place(name);
        if (at < 0) {
            throw missing(name);
        }
        if (values[at] == null && tos[at] - froms[at] <= DIGITS) {
            long number = number(froms[at], tos[at]);
            if (number >= 0) {
                return number;
            }
        }
        String value = value(at);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw damage("field \"" + name + "\" is not a whole number: " + value);
        }
    }

    /** Negative where there is anything but digits. */
    private long number(int from, int to) {
        long number = from < to ? 0 : -1;
        for (int i = from; i < to && number >= 0; i++) {
            int digit = line[i] - '0';
            number = digit >= 0 && digit <= 9 ? number * 10 + digit : -1;
        }
        return number;
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
        int at = place(name);
        if (at < 0) {
            throw missing(name);
        }
        try {
            return values[at] == null
                    ? StoredInstant.parse(line, froms[at], tos[at])
                    : StoredInstant.parse(values[at]);
        } catch (DateTimeException e) {
            throw damage("field \"" + name + "\" is not an instant: " + value(at));
        }
    }

    Duration took() throws LineDamage {
        return duration("took");
    }

    Duration duration(String name) throws LineDamage {
        int at = place(name);
        if (at < 0) {
            throw missing(name);
        }
        try {
            return values[at] == null
                    ? StoredDuration.parse(line, froms[at], tos[at])
                    : StoredDuration.parse(values[at]);
        } catch (DateTimeException e) {
            throw damage("field \"" + name + "\" is not a duration: " + value(at));
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

    private static LineDamage missing(String name) {
        return damage("field \"" + name + "\" is missing");
    }

    /** The hash was right, so this was written on purpose: by another version. */
    private static LineDamage damage(String what) {
        return new LineDamage(what, Damage.NEWER);
    }
}
