package dev.warroom.journal;

import java.nio.charset.StandardCharsets;

/**
 * Reads a line that looks as this program writes nearly all of them: one flat object, no blanks
 * between its parts, whole numbers, and in texts no escapes but the common ones. That takes a third
 * of what a JSON parser takes; the parser gets every line that looks otherwise in any way.
 */
final class UsualLine {

    private static final int MOST_DIGITS = 18;

    private final Recurring recurring;
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
        line = bytes;
        end = length;
        at = 0;
        if (!takes('{')) {
            return false;
        }
        do {
            String name = text();
            if (name == null || !takes(':')) {
                return false;
            }
            String value = at < end && line[at] == '"' ? text() : number();
            if (value == null) {
                return false;
            }
            fields.put(name, value);
        } while (takes(','));
        return takes('}') && at == end;
    }

    private boolean takes(char wanted) {
        boolean there = at < end && line[at] == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    /** Null where it is no usual number. */
    private String number() {
        int from = at;
        while (at < end && line[at] >= '0' && line[at] <= '9') {
            at++;
        }
        int digits = at - from;
        boolean usual = digits == 1 || digits > 1 && digits <= MOST_DIGITS && line[from] != '0';
        return usual ? new String(line, from, digits, StandardCharsets.ISO_8859_1) : null;
    }

    /** Null where it is no usual text. */
    private String text() {
        if (!takes('"')) {
            return null;
        }
        int from = at;
        for (; at < end; at++) {
            byte next = line[at];
            if (next == '"') {
                return recurring.of(line, from, at++);
            }
            // What is not ASCII is negative.
            if (next < ' ' || next == '\\') {
                return written(from);
            }
        }
        return null;
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
