package dev.warroom.logs.pattern;

/**
 * Takes out of a message what differs from one event to the next whatever the message is: numbers,
 * addresses, ids and quoted parts. What is left has one blank between its words. Not for use by
 * several threads.
 */
final class Masking {

    /** Stands for what differs. */
    static final String ANY = "<*>";

    /** A longer message is cut here: what makes it one of a kind stands before. */
    static final int MOST_CHARACTERS = 1_000;

    private static final int MOST_QUOTED = 300;
    private static final int SHORTEST_HEX = 6;
    private static final int SHORTEST_ID = 8;
    private static final String UUID = "00000000-0000-0000-0000-000000000000";

    private final StringBuilder out = new StringBuilder();
    private String text = "";
    private int end;

    String mask(String message) {
        out.setLength(0);
        text = message;
        end = Math.min(message.length(), MOST_CHARACTERS);
        int at = 0;
        while (at < end) {
            at = next(at);
        }
        int length = out.length();
        while (length > 0 && out.charAt(length - 1) == ' ') {
            length--;
        }
        return out.substring(0, length);
    }

    /** Writes what stands at {@code at}; answers where it goes on. */
    private int next(int at) {
        char c = text.charAt(at);
        if (c <= ' ') {
            if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
            return at + 1;
        }
        if (wordly(c)) {
            return word(at);
        }
        if (c == '"' || c == '\'' || c == '`') {
            return quote(at, c);
        }
        if (c == '-' && at + 1 < end && digit(text.charAt(at + 1)) && !afterWord()) {
            return at + 1;
        }
        out.append(c);
        return at + 1;
    }

    private boolean afterWord() {
        if (out.length() == 0) {
            return false;
        }
        char last = out.charAt(out.length() - 1);
        return last != '_' && (wordly(last) || last == '>');
    }

    private int quote(int at, char mark) {
        boolean opens = at == 0 || !wordly(text.charAt(at - 1));
        int last = Math.min(end, at + MOST_QUOTED);
        for (int i = at + 1; opens && i < last; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == mark && (i + 1 == end || !wordly(text.charAt(i + 1)))) {
                if (i == at + 1) {
                    break;
                }
                out.append(mark).append(ANY).append(mark);
                return i + 1;
            }
        }
        out.append(mark);
        return at + 1;
    }

    private int word(int at) {
        if (uuid(at)) {
            any();
            return at + UUID.length();
        }
        int to = at;
        int digits = 0;
        int changes = 0;
        boolean hex = true;
        while (to < end && wordly(text.charAt(to))) {
            char c = text.charAt(to);
            boolean isDigit = digit(c);
            if (isDigit) {
                digits++;
            }
            if (to > at && isDigit != digit(text.charAt(to - 1))) {
                changes++;
            }
            hex &= isDigit || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
            to++;
        }
        int length = to - at;
        boolean whole =
                digits == length
                        || digits > 0 && hex && length >= SHORTEST_HEX
                        || digits > 0 && changes >= 3 && length >= SHORTEST_ID
                        || length > 2 && text.charAt(at) == '0' && text.charAt(at + 1) == 'x';
        if (digits == 0) {
            out.append(text, at, to);
        } else if (whole) {
            any();
        } else {
            parts(at, to);
        }
        return to;
    }

    /** Of a word such as {@code node12}, only the number differs. */
    private void parts(int at, int to) {
        int i = at;
        while (i < to) {
            if (digit(text.charAt(i))) {
                while (i < to && digit(text.charAt(i))) {
                    i++;
                }
                any();
            } else {
                out.append(text.charAt(i));
                i++;
            }
        }
    }

    /** Numbers that belong together, as in an address, a time or a range, are one. */
    private void any() {
        int length = out.length();
        boolean joined =
                length > ANY.length()
                        && ".:,-/+".indexOf(out.charAt(length - 1)) >= 0
                        && out.lastIndexOf(ANY) == length - 1 - ANY.length();
        if (joined) {
            out.setLength(length - 1);
        } else {
            out.append(ANY);
        }
    }

    private boolean uuid(int at) {
        if (at + UUID.length() > end || at + 8 < end && text.charAt(at + 8) != '-') {
            return false;
        }
        for (int i = 0; i < UUID.length(); i++) {
            char c = text.charAt(at + i);
            boolean fits =
                    UUID.charAt(i) == '-'
                            ? c == '-'
                            : digit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
            if (!fits) {
                return false;
            }
        }
        return at + UUID.length() == end || !wordly(text.charAt(at + UUID.length()));
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean wordly(char c) {
        return digit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c == '_' || c >= 0x80;
    }
}
