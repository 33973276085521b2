package dev.warroom.search;

import java.util.List;

/** How well all that is typed fits one text. */
final class TextScore {

    private static final double FITTING = 0.6;
    private static final double COVERED = 0.25;
    private static final double IN_ORDER = 0.15;

    private TextScore() {}

    /** From 0 to the sum of the words' weights. */
    static double of(int id, Texts.Entry entry, List<TypedWord> words) {
        double fitting = 0;
        int fits = 0;
        int inOrder = 0;
        int before = -1;
        for (TypedWord word : words) {
            TypedWord.Fit fit = word.fits().get(id);
            if (fit != null) {
                fitting += fit.likeness() * word.weight();
                fits++;
                inOrder += fit.position() > before ? 1 : 0;
                before = fit.position();
            }
        }
        double covered = Math.min(1.0, (double) fits / entry.words().size());
        double ordered = fits == 0 ? 0 : (double) inOrder / fits;
        return entry.place().weight()
                * fitting
                * (FITTING + COVERED * covered + IN_ORDER * ordered);
    }
}
