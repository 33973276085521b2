package dev.warroom.journal;

import java.util.Arrays;

/**
 * Texts that come again and again in a journal, such as names of people, steps and probes: of equal
 * ones, one is kept. A long incident takes a third of the memory that way. Only what comes twice is
 * kept, and only so many short texts; a newer one may take the place of an older.
 *
 * <p>One thread looks texts up; others may ask for whatever they were given the number of.
 */
final class Words {

    /** In bytes; longer ones hardly come again. */
    private static final int LONGEST = 200;

    private static final int MOST = 1 << 15;
    private static final int PLACE_BITS = 12;
    private static final int SPREAD = 0x9E3779B9;

    /** By place, what came twice last. */
    private final Word[] known = new Word[1 << PLACE_BITS];

    /** By place, the hash of what came last without being known. */
    private final int[] once = new int[1 << PLACE_BITS];

    private int count;
    private volatile String[] texts = new String[256];

    /** The text that has a number. */
    String text(int number) {
        return texts[number];
    }

    /**
     * The word that stands in a line from {@code from} until before {@code to}; null where it has
     * not come before, or is not written in the usual way.
     */
    Word of(byte[] line, int from, int to) {
        if (to - from > LONGEST) {
            return null;
        }
        int hash = hash(line, from, to);
        int place = hash >>> Integer.SIZE - PLACE_BITS;
        Word there = known[place];
        if (there != null && there.stands(line, from, to)) {
            return there;
        }
        if (once[place] != hash || count == MOST) {
            once[place] = hash;
            return null;
        }
        return added(place, line, from, to);
    }

    private Word added(int place, byte[] line, int from, int to) {
        String text = WrittenText.read(line, from, to);
        if (text == null) {
            return null;
        }
        if (count == texts.length) {
            texts = Arrays.copyOf(texts, 2 * count);
        }
        texts[count] = text;
        known[place] = new Word(Arrays.copyOfRange(line, from, to), text, count++);
        return known[place];
    }

    private static int hash(byte[] line, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + line[i];
        }
        return hash * SPREAD;
    }
}
