package dev.warroom.search;

import dev.warroom.search.Found.Place;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A word that was typed, and where it fits.
 *
 * @param weight how much it says: a rare word more than one that fits everywhere
 * @param fits by entry
 */
record TypedWord(String word, double weight, Map<Integer, Fit> fits) {

    /** Where in an entry it fits best, and how well. */
    record Fit(double likeness, int position) {}

    private static final double COMMON = 0.1;

    static TypedWord in(Texts texts, String word, int runbooks) {
        Map<Integer, Fit> fits = new HashMap<>();
        texts.postings()
                .forEach(
                        (written, postings) -> {
                            double likeness = Likeness.of(word, written);
                            if (likeness > 0) {
                                postings.forEach(
                                        it -> put(fits, it.entry(), likeness, it.position()));
                            }
                        });
        if (fits.isEmpty() && word.length() > 1) {
            byInitials(texts.entries(), word, fits);
        }
        Set<Integer> found = new HashSet<>();
        fits.keySet().forEach(it -> found.add(texts.entries().get(it).runbook()));
        double rarity = Math.log(1 + (double) runbooks / Math.max(1, found.size()));
        return new TypedWord(word, Words.isCommon(word) ? rarity * COMMON : rarity, fits);
    }

    private static void byInitials(List<Texts.Entry> entries, String word, Map<Integer, Fit> fits) {
        for (int i = 0; i < entries.size(); i++) {
            Place place = entries.get(i).place();
            if (place == Place.TITLE || place == Place.SYMPTOM || place == Place.SECTION) {
                double likeness = Likeness.ofInitials(word, entries.get(i).words());
                if (likeness > 0) {
                    put(fits, i, likeness, 0);
                }
            }
        }
    }

    private static void put(Map<Integer, Fit> fits, int entry, double likeness, int position) {
        fits.merge(
                entry,
                new Fit(likeness, position),
                (old, other) -> other.likeness() > old.likeness() ? other : old);
    }

    /** Whether it fits nowhere at all. */
    boolean isUnknown() {
        return fits.isEmpty();
    }
}
