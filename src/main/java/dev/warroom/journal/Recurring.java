package dev.warroom.journal;

/**
 * Texts that come again and again in a journal, such as names of people, steps and probes: of equal
 * ones, one is kept. A long incident takes a third of the memory that way. Holds a limited number
 * of short texts; a newer one takes the place of an older.
 */
final class Recurring {

    private static final int PLACES = 1 << 10;

    /** Longer ones hardly come again. */
    private static final int LONGEST = 200;

    private final String[] places = new String[PLACES];

    /** An equal text. */
    String of(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        if (text.equals(places[place])) {
            return places[place];
        }
        places[place] = text;
        return text;
    }
}
