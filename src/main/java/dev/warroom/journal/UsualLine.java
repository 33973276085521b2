package dev.warroom.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads a line that looks as this program writes nearly all of them: one flat object, no blanks
 * between its parts, whole numbers, flags, and in texts no escapes but the common ones. That takes
 * a third of what a JSON parser takes; the parser gets every line that looks otherwise in any way.
 */
final class UsualLine {

    private static final int MOST_DIGITS = 18;

    /** Journals have less than a hundred. */
    private static final int MOST_NAMES = 256;

    private static final int LETTERS = 32;

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    private final Words words;
    private final Map<String, Name> names = new HashMap<>();
    private final Name before = new Name("", new byte[0]);
    private byte[] line;
    private int end;
    private int at;

    UsualLine(Words words) {
        this.words = words;
    }

    /** The name of a field, with its quotes and its colon as it is written. */
    private static final class Name {
        private final String text;
        private final byte[] written;

        /** By their first letters, what stood behind it the last time. */
        private final Name[] next = new Name[LETTERS];

        Name(String text, byte[] written) {
            this.text = text;
            this.written = written;
        }
    }

    /**
     * Puts the fields of a line into {@code fields}.
     *
     * @return false where it looks otherwise: some of its fields may have been put then
     * @throws LineDamage if a field stands twice
     */
    boolean read(byte[] bytes, int length, EventFields fields) throws LineDamage {
        return read(bytes, 0, length, fields);
    }

    /** The same of the line that stands from {@code from} until before {@code to}. */
    boolean read(byte[] bytes, int from, int to, EventFields fields) throws LineDamage {
        line = bytes;
        end = to;
        at = from;
        if (!takes('{')) {
            return false;
        }
        Name name = before;
        do {
            name = name(name);
            if (name == null || !value(name.text, fields)) {
                return false;
            }
        } while (takes(','));
        return takes('}') && at == end;
    }

    /** The name that is next, and probably the one that stood there before; null where none is. */
    private Name name(Name last) {
        int letter = at + 1 < end ? line[at + 1] & LETTERS - 1 : 0;
        Name next = last.next[letter];
        if (next == null || !takes(next.written)) {
            next = anyName();
            last.next[letter] = next;
        }
        return next;
    }

    private Name anyName() {
        int from = at;
        if (!takes('"') || !plain() || !takes(':')) {
            return null;
        }
        // What is asked for are constants: interned, they need not be compared letter by letter.
        String text = new String(line, from + 1, at - from - 3, StandardCharsets.US_ASCII);
        Name known = names.get(text);
        if (known == null && names.size() < MOST_NAMES) {
            known = new Name(text.intern(), Arrays.copyOfRange(line, from, at));
            names.put(known.text, known);
        }
        return known;
    }

    /** Puts what is next; false where it looks otherwise. */
    private boolean value(String name, EventFields fields) throws LineDamage {
        int from = at;
        if (!takes('"')) {
            if (!takes(TRUE) && !takes(FALSE) && !number()) {
                return false;
            }
            fields.put(name, line, from, at, words);
            return true;
        }
        if (plain()) {
            fields.put(name, line, from + 1, at - 1, words);
            return true;
        }
        return written() && put(name, from + 1, at - 1, fields);
    }

    /** Puts a text that has to be looked at more closely. */
    private boolean put(String name, int from, int to, EventFields fields) throws LineDamage {
        Word word = words.of(line, from, to);
        if (word != null) {
            fields.put(name, word);
            return true;
        }
        String text = WrittenText.read(line, from, to);
        if (text != null) {
            fields.put(name, text);
        }
        return text != null;
    }

    private boolean takes(char wanted) {
        boolean there = at < end && line[at] == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private boolean takes(byte[] wanted) {
        int behind = at + wanted.length;
        boolean there = behind <= end && Arrays.equals(line, at, behind, wanted, 0, wanted.length);
        if (there) {
            at = behind;
        }
        return there;
    }

    /** Whether there is a usual number. */
    private boolean number() {
        int from = at;
        while (at < end && line[at] >= '0' && line[at] <= '9') {
            at++;
        }
        int digits = at - from;
        return digits == 1 || digits > 1 && digits <= MOST_DIGITS && line[from] != '0';
    }

    /** Goes behind the end of a text that reads as it is written; to what is not so in another. */
    private boolean plain() {
        for (; at < end; at++) {
            byte next = line[at];
            if (next == '"') {
                at++;
                return true;
            }
            // What is not ASCII is negative.
            if (next < ' ' || next == '\\') {
                return false;
            }
        }
        return false;
    }

    /** Goes behind the end of a text in which something is not ASCII, or is escaped. */
    private boolean written() {
        while (at < end && line[at] != '"') {
            if (line[at] >= 0 && line[at] < ' ') {
                return false;
            }
            at += line[at] == '\\' ? 2 : 1;
        }
        return at < end && takes('"');
    }
}
