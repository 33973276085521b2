package dev.warroom.search;

import dev.warroom.search.Found.Place;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Rates the runbooks of a library, one after the other, by what is typed. */
final class Rating {

    /** The part of what is typed that must fit, by weight. */
    private static final double LEAST = 0.5;

    private static final double IN_ONE_TEXT = 0.65;

    /**
     * How well a runbook fits.
     *
     * @param text the one that fits best, its place among the runbook's, counted from 0
     */
    record Rate(int text, double score) {}

    private final Texts texts;
    private final List<TypedWord> typed;
    private final TextScore score;
    private final double all;

    /** For each typed word, how well it fits anywhere in the runbook. */
    private final double[] anywhere;

    private int number;
    private int best;
    private double bestScore;

    Rating(Texts texts, List<TypedWord> typed) {
        this.texts = texts;
        this.typed = typed;
        this.score = new TextScore(typed);
        this.anywhere = new double[typed.size()];
        this.all = typed.stream().mapToDouble(TypedWord::weight).sum();
    }

    /**
     * @param runbook the one behind that which was rated last, counted from 0
     */
    Optional<Rate> next(int runbook) {
        Arrays.fill(anywhere, 0);
        bestScore = 0;
        texts.look(
                runbook,
                (text, words, count) -> {
                    if (score.read(number++, words, count)) {
                        take(runbook, text);
                    }
                });
        double fitting = 0;
        double together = 0;
        for (int i = 0; i < anywhere.length; i++) {
            fitting += anywhere[i] > 0 ? typed.get(i).weight() : 0;
            together += anywhere[i];
        }
        return bestScore > 0 && fitting >= LEAST * all
                ? Optional.of(
                        new Rate(
                                best,
                                (IN_ONE_TEXT * bestScore + (1 - IN_ONE_TEXT) * together) / all))
                : Optional.empty();
    }

    private void take(int runbook, int text) {
        Place place = texts.place(runbook, text);
        double together = place.weight() * score.together();
        if (together > bestScore) {
            bestScore = together;
            best = text;
        }
        for (int i = 0; i < anywhere.length; i++) {
            anywhere[i] = Math.max(anywhere[i], place.weight() * score.of(i));
        }
    }
}
