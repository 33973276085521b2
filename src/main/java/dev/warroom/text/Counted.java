package dev.warroom.text;

import java.util.Locale;

/** A number with what it counts, as a sentence wants it: "1 file", "2 files", "300,000 files". */
public final class Counted {

    private Counted() {}

    /**
     * The number and the word, in the plural unless there is just one.
     *
     * @param count at least 0
     * @param one the word for one; its plural ends with "s" more
     */
    public static String of(long count, String one) {
        String number =
                count < 1_000 ? Long.toString(count) : String.format(Locale.ROOT, "%,d", count);
        return number + " " + one + (count == 1 ? "" : "s");
    }
}
