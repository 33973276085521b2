package dev.warroom.search;

import java.util.Arrays;
import java.util.List;

/** How well all that is typed fits one text after the other. */
final class TextScore {

    private static final double FITTING = 0.6;
    private static final double COVERED = 0.25;
    private static final double IN_ORDER = 0.15;

    private final List<TypedWord> typed;

    /** How well each typed word fits the text, and at which of its words best. */
    private final double[] likeness;

    private final int[] position;
    private int count;

    TextScore(List<TypedWord> typed) {
        this.typed = typed;
        likeness = new double[typed.size()];
        position = new int[typed.size()];
    }

    /**
     * Goes to another text.
     *
     * @param number of the text in the library
     * @param words the numbers of its words
     * @param count how many there are
     * @return whether anything fits
     */
    boolean read(int number, int[] words, int count) {
        this.count = count;
        Arrays.fill(likeness, 0);
        boolean fits = false;
        for (int i = 0; i < likeness.length; i++) {
            TypedWord word = typed.get(i);
            for (int at = 0; at < count; at++) {
                double here = word.likeness(words[at]);
                if (here > likeness[i]) {
                    likeness[i] = here;
                    position[i] = at;
                }
            }
            if (likeness[i] == 0 && count > 0 && word.isInitialsOf(number)) {
                likeness[i] = Likeness.INITIALS;
                position[i] = 0;
            }
            fits |= likeness[i] > 0;
        }
        return fits;
    }

    /**
     * How well a typed word fits the text, by what it says.
     *
     * @param word its place, counted from 0
     */
    double of(int word) {
        return likeness[word] * typed.get(word).weight();
    }

    /** How well all words fit together: from 0 to the sum of their weights. */
    double together() {
        double fitting = 0;
        int fits = 0;
        int inOrder = 0;
        int before = -1;
        for (int i = 0; i < likeness.length; i++) {
            if (likeness[i] > 0) {
                fitting += of(i);
                fits++;
                inOrder += position[i] > before ? 1 : 0;
                before = position[i];
            }
        }
        double covered = Math.min(1.0, (double) fits / count);
        double ordered = fits == 0 ? 0 : (double) inOrder / fits;
        return fitting * (FITTING + COVERED * covered + IN_ORDER * ordered);
    }
}
