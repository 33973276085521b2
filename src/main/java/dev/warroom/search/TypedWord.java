package dev.warroom.search;

import dev.warroom.search.Found.Place;

import java.util.BitSet;
import java.util.List;

/** A word that was typed, and how well the words of a library fit it. */
final class TypedWord {

    private static final double COMMON = 0.1;

    /** By the numbers of the words, in hundredths. */
    private final byte[] likeness;

    /** The runbooks in which it fits. */
    private final BitSet runbooks = new BitSet();

    /** Where it fits as initials, which is looked for where no word fits: texts, by number. */
    private final BitSet initials = new BitSet();

    private final double weight;

    private TypedWord(Texts texts, String word) {
        this.likeness = likeness(texts.words(), word);
        for (int i = 0; i < texts.runbooks(); i++) {
            int runbook = i;
            texts.look(
                    i,
                    (text, words, count) -> {
                        if (fits(words, count)) {
                            runbooks.set(runbook);
                        }
                    });
        }
        if (runbooks.isEmpty() && word.length() > 1) {
            findInitials(texts, word);
        }
        double rarity =
                Math.log(1 + (double) texts.runbooks() / Math.max(1, runbooks.cardinality()));
        this.weight = Words.isCommon(word) ? rarity * COMMON : rarity;
    }

    static TypedWord in(Texts texts, String word) {
        return new TypedWord(texts, word);
    }

    private static byte[] likeness(List<String> words, String word) {
        byte[] likeness = new byte[words.size() + 1];
        for (int i = 0; i < words.size(); i++) {
            likeness[i + 1] = (byte) Math.round(100 * Likeness.of(word, words.get(i)));
        }
        return likeness;
    }

    private boolean fits(int[] words, int count) {
        for (int i = 0; i < count; i++) {
            if (likeness[words[i]] > 0) {
                return true;
            }
        }
        return false;
    }

    private void findInitials(Texts texts, String word) {
        int[] number = {0};
        for (int i = 0; i < texts.runbooks(); i++) {
            int runbook = i;
            texts.look(
                    i,
                    (text, words, count) -> {
                        Place place = texts.place(runbook, text);
                        boolean title =
                                place == Place.TITLE
                                        || place == Place.SYMPTOM
                                        || place == Place.SECTION;
                        if (title && Likeness.areInitials(word, texts.words(), words, count)) {
                            initials.set(number[0]);
                            runbooks.set(runbook);
                        }
                        number[0]++;
                    });
        }
    }

    /** How much it says: a rare word more than one that fits everywhere. */
    double weight() {
        return weight;
    }

    /** Whether it fits nowhere at all. */
    boolean isUnknown() {
        return runbooks.isEmpty();
    }

    /**
     * From 0 to 1.
     *
     * @param number of a word
     */
    double likeness(int number) {
        return likeness[number] / 100.0;
    }

    /** Whether its letters begin the words of a text, which fits a little. */
    boolean isInitialsOf(int number) {
        return initials.get(number);
    }
}
