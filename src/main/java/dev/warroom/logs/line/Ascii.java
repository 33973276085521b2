package dev.warroom.logs.line;

/** What the structure of log lines is made of; other characters are never part of it. */
final class Ascii {

    private Ascii() {}

    static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    static boolean letter(byte b) {
        int lower = b | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static boolean upper(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    /** Letters, digits, the underscore, and whatever belongs to a character beyond ASCII. */
    static boolean word(byte b) {
        return letter(b) || digit(b) || b == '_' || b < 0;
    }

    static int digits(byte[] b, int from, int to) {
        int at = from;
        while (at < to && digit(b[at])) {
            at++;
        }
        return at - from;
    }

    /** The number that {@code count} bytes write; -1 where one of them is not a digit. */
    static int number(byte[] b, int from, int count, int to) {
        if (from + count > to) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + count; i++) {
            if (!digit(b[i])) {
                return -1;
            }
            value = value * 10 + b[i] - '0';
        }
        return value;
    }

    static int endOfWord(byte[] b, int from, int to) {
        int at = from;
        while (at < to && word(b[at])) {
            at++;
        }
        return at;
    }

    static int skip(byte[] b, int from, int to, byte what) {
        int at = from;
        while (at < to && b[at] == what) {
            at++;
        }
        return at;
    }

    static int skipSpaces(byte[] b, int from, int to) {
        int at = from;
        while (at < to && (b[at] == ' ' || b[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** Where {@code what} stands first; -1 where it does not. */
    static int find(byte[] b, int from, int to, char what) {
        for (int i = from; i < to; i++) {
            if (b[i] == what) {
                return i;
            }
        }
        return -1;
    }

    static boolean startsWith(byte[] b, int from, int to, String word) {
        return same(b, from, to, word, false);
    }

    /** Whether {@code word}, in lower case, stands at {@code from} in any case. */
    static boolean startsWithAnyCase(byte[] b, int from, int to, String word) {
        return same(b, from, to, word, true);
    }

    private static boolean same(byte[] b, int from, int to, String word, boolean anyCase) {
        if (from < 0 || from + word.length() > to) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            int c = b[from + i];
            if (anyCase && c >= 'A' && c <= 'Z') {
                c |= 0x20;
            }
            if (c != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
