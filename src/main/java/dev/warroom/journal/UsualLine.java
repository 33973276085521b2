package dev.warroom.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a line that looks as this program writes nearly all of them: one flat object, no blanks
 * between its parts, whole numbers, flags, and in texts no escapes but the common ones. That takes a third
 * of what a JSON parser takes; the parser gets every line that looks otherwise in any way.
 */
final class UsualLine {

    private static final int MOST_DIGITS = 18;
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    private final Recurring recurring;
    private final Recurring names = new Recurring();
    private byte[] line;
    private int end;
    private int at;

    UsualLine(Recurring recurring) {
        this.recurring = recurring;
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
        do {
            String name = name();
            if (name == null || !takes(':')) {
                return false;
            }
            if (!value(name, fields)) {
                return false;
            }
        } while (takes(','));
        return takes('}') && at == end;
    }

    /** Puts what is next; false where it looks otherwise. */
    private boolean value(String name, EventFields fields) throws LineDamage {
        int from = at;
        if (at >= end || line[at] != '"') {
            if (!takes(TRUE) && !takes(FALSE) && !number()) {
                return false;
            }
            fields.put(name, line, from, at, recurring);
            return true;
        }
        at++;
        if (plain()) {
            fields.put(name, line, from + 1, at - 1, recurring);
            return true;
        }
        String written = at < end ? written(from + 1) : null;
        if (written != null) {
            fields.put(name, written);
        }
        return written != null;
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
        boolean there =
                behind <= end && Arrays.equals(line, at, behind, wanted, 0, wanted.length);
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

    /** Null where it is no usual text. */
    private String name() {
        if (!takes('"')) {
            return null;
        }
        int from = at;
        if (plain()) {
            return names.of(line, from, at - 1);
        }
        return at < end ? written(from) : null;
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

    /** A text in which something is not ASCII, or is written otherwise than it reads. */
    private String written(int from) {
        while (at < end && line[at] != '"') {
            if (line[at] >= 0 && line[at] < ' ') {
                return null;
            }
            at += line[at] == '\\' ? 2 : 1;
        }
        if (at >= end) {
            return null;
        }
        String text = new String(line, from, at++ - from, StandardCharsets.UTF_8);
        // It stands for bytes that are no text, too.
        if (text.indexOf('\uFFFD') >= 0) {
            return null;
        }
        String read = text.indexOf('\\') < 0 ? text : unescaped(text);
        return read == null ? null : recurring.of(read);
    }

    private static String unescaped(String text) {
        StringBuilder read = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '\\') {
                i++;
                switch (text.charAt(i)) {
                    case 'n' -> next = '\n';
                    case 't' -> next = '\t';
                    case '"' -> next = '"';
                    case '\\' -> next = '\\';
                    default -> {
                        return null;
                    }
                }
            }
            read.append(next);
        }
        return read.toString();
    }
}
