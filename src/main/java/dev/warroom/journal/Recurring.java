package dev.warroom.journal;

import java.nio.charset.StandardCharsets;

/**
 * Texts that come again and again in a journal, such as names of people, steps and probes: of equal
 * ones, one is kept. A long incident takes a third of the memory that way. Holds a limited number
 * of short texts; a newer one takes the place of an older.
 */
final class Recurring {

    private static final int PLACES = 1 << 12;

    /** Longer ones hardly come again. */
    private static final int LONGEST = 200;

    private final String[] places = new String[PLACES];

    /** An equal text. */
    String of(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int place = place(text.hashCode());
        if (!text.equals(places[place])) {
            places[place] = text;
        }
        return places[place];
    }

    /** The same of some ASCII, without making a text of it that is there already. */
    String of(byte[] ascii, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return "";
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + ascii[i];
        }
        int place = place(hash);
        String there = places[place];
        if (there != null && there.length() == length && same(there, ascii, from)) {
            return there;
        }
        String text = new String(ascii, from, length, StandardCharsets.ISO_8859_1);
        if (length <= LONGEST) {
            places[place] = text;
        }
        return text;
    }

    private static boolean same(String text, byte[] ascii, int from) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ascii[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static int place(int hash) {
        return (hash ^ hash >>> 12) & PLACES - 1;
    }
}
