package dev.warroom.terminal;

import dev.warroom.room.Key;

import java.io.IOException;
import java.util.Map;

/**
 * Turns what a terminal sends into keys, as xterm's control sequences define them
 * (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html). Sequences that no key here means are
 * read whole and answered as {@link Key.Kind#OTHER}, so that their ends are never taken for
 * letters.
 */
public final class KeyDecoder {

    /**
     * How long after an Esc the rest of a sequence may take, in milliseconds; a lone Esc waits this
     * long.
     */
    static final int ESCAPE_MILLIS = 50;

    /** More pasted characters are read and dropped. */
    public static final int MOST_PASTED = 1 << 20;

    /** Longer sequences mean nothing here. */
    private static final int LONGEST_SEQUENCE = 64;

    /** A sequence that has not ended by then is taken to have lost its end. */
    private static final int MOST_SWALLOWED = 1 << 16;

    private static final int BELL = 7;
    private static final int ESC = 0x1B;
    private static final String PASTE_END = "\u001b[201~";

    private static final Map<String, Key.Kind> SEQUENCES =
            Map.ofEntries(
                    Map.entry("A", Key.Kind.UP),
                    Map.entry("B", Key.Kind.DOWN),
                    Map.entry("C", Key.Kind.RIGHT),
                    Map.entry("D", Key.Kind.LEFT),
                    Map.entry("H", Key.Kind.HOME),
                    Map.entry("F", Key.Kind.END),
                    Map.entry("Z", Key.Kind.BACK_TAB),
                    Map.entry("1~", Key.Kind.HOME),
                    Map.entry("7~", Key.Kind.HOME),
                    Map.entry("3~", Key.Kind.DELETE),
                    Map.entry("4~", Key.Kind.END),
                    Map.entry("8~", Key.Kind.END),
                    Map.entry("5~", Key.Kind.PAGE_UP),
                    Map.entry("6~", Key.Kind.PAGE_DOWN));

    private final Source source;

    /** A character that was read to see whether it belonged to an Esc before it. */
    private int early = Source.NOTHING;

    /** Where characters come from. */
    public interface Source {

        /** Nothing came in time. */
        int NOTHING = -2;

        /** Nothing will ever come again. */
        int END = -1;

        /**
         * The next UTF-16 unit.
         *
         * @param millis how long to wait; 0 waits for ever
         * @return the unit, {@link #NOTHING} or {@link #END}
         */
        int read(long millis) throws IOException;
    }

    public KeyDecoder(Source source) {
        this.source = source;
    }

    /** Waits for the next input. */
    public Input next() throws IOException {
        int c = early == Source.NOTHING ? source.read(0) : early;
        early = Source.NOTHING;
        if (c == Source.END) {
            return new Input.Gone();
        }
        if (c == ESC) {
            return escape();
        }
        return new Input.Pressed(plain(c));
    }

    private Key plain(int c) throws IOException {
        return switch (c) {
            case '\r', '\n' -> Key.of(Key.Kind.ENTER);
            case '\t' -> Key.of(Key.Kind.TAB);
            case 0x7F, '\b' -> Key.of(Key.Kind.BACKSPACE);
            default -> {
                if (c >= 1 && c <= 26) {
                    yield Key.control((char) ('a' + c - 1));
                }
                if (c < 0x20) {
                    yield Key.of(Key.Kind.OTHER);
                }
                if (!Character.isHighSurrogate((char) c)) {
                    yield Character.isLowSurrogate((char) c)
                            ? Key.of(Key.Kind.OTHER)
                            : Key.character(c);
                }
                int low = source.read(ESCAPE_MILLIS);
                yield low >= 0 && Character.isLowSurrogate((char) low)
                        ? Key.character(Character.toCodePoint((char) c, (char) low))
                        : Key.of(Key.Kind.OTHER);
            }
        };
    }

    private Input escape() throws IOException {
        int c = source.read(ESCAPE_MILLIS);
        if (c == '[') {
            return control();
        }
        if (c == 'O') {
            int last = source.read(ESCAPE_MILLIS);
            Key keypad =
                    last == 'M'
                            ? Key.of(Key.Kind.ENTER)
                            : named(last < 0 ? "" : Character.toString(last));
            return new Input.Pressed(keypad);
        }
        if (c > 0 && "]P_^X".indexOf(c) >= 0) {
            return string();
        }
        // Esc alone, or a key so soon after it that they came together over a slow line; the room
        // does not use Alt, which looks the same.
        early = c;
        return new Input.Pressed(Key.of(Key.Kind.ESCAPE));
    }

    private Input control() throws IOException {
        StringBuilder sequence = new StringBuilder();
        for (int read = 0; read < MOST_SWALLOWED; read++) {
            int c = source.read(ESCAPE_MILLIS);
            if (c < 0) {
                return new Input.Pressed(Key.of(Key.Kind.OTHER));
            }
            if (sequence.length() < LONGEST_SEQUENCE) {
                sequence.append((char) c);
            }
            if (c >= 0x40 && c <= 0x7E) {
                break;
            }
        }
        if (sequence.toString().equals("200~")) {
            return pasted();
        }
        if (sequence.toString().equals("M")) {
            // An old mouse report: three more characters say where.
            for (int i = 0; i < 3 && source.read(ESCAPE_MILLIS) >= 0; i++) {}
        }
        boolean ofItsOwn = "<=>?".indexOf(sequence.charAt(0)) >= 0;
        return new Input.Pressed(
                ofItsOwn ? Key.of(Key.Kind.OTHER) : named(withoutModifiers(sequence.toString())));
    }

    /**
     * Passes over a string that the terminal sends, up to its end: the answer to a question of the
     * program that had the terminal before.
     */
    private Input string() throws IOException {
        int before = 0;
        for (int read = 0; read < MOST_SWALLOWED; read++) {
            int c = source.read(ESCAPE_MILLIS);
            if (c < 0 || c == BELL || c == '\\' && before == ESC) {
                break;
            }
            before = c;
        }
        return new Input.Pressed(Key.of(Key.Kind.OTHER));
    }

    /** {@code 1;5A} is A with Ctrl, and so on; the room does not tell modified keys apart. */
    private static String withoutModifiers(String sequence) {
        int semicolon = sequence.indexOf(';');
        if (semicolon < 0) {
            return sequence;
        }
        String last = sequence.substring(sequence.length() - 1);
        return last.equals("~") ? sequence.substring(0, semicolon) + last : last;
    }

    private static Key named(String sequence) {
        return Key.of(SEQUENCES.getOrDefault(sequence, Key.Kind.OTHER));
    }

    private Input pasted() throws IOException {
        StringBuilder text = new StringBuilder();
        StringBuilder tail = new StringBuilder();
        while (true) {
            int c = source.read(0);
            if (c == Source.END) {
                return new Input.Gone();
            }
            if (c == Source.NOTHING) {
                continue;
            }
            tail.append((char) c);
            if (tail.toString().equals(PASTE_END)) {
                return new Input.Pasted(text.toString());
            }
            while (!tail.isEmpty() && !PASTE_END.startsWith(tail.toString())) {
                if (text.length() < MOST_PASTED) {
                    text.append(tail.charAt(0));
                }
                tail.deleteCharAt(0);
            }
        }
    }
}
