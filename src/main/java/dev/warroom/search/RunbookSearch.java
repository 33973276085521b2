package dev.warroom.search;

import dev.warroom.runbook.Library;
import dev.warroom.runbook.Runbook;
import dev.warroom.search.Found.Place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds runbooks by what a person sees or calls them. A runbook is found where most of what is
 * typed fits its title, its symptoms, its headings or the titles of its steps; the better all of it
 * fits one of them, the earlier it comes.
 *
 * <p>Words may be cut short, end otherwise, be mistyped or stand in another order. Words that fit
 * nowhere in the library do not matter, so that a whole error message can be pasted.
 */
public final class RunbookSearch {

    private static final int MOST_WORDS = 16;

    /** The part of what is typed that must fit, by weight. */
    private static final double LEAST = 0.5;

    private static final double IN_ONE_TEXT = 0.65;

    private final List<Runbook> runbooks;
    private final Texts texts;

    private RunbookSearch(List<Runbook> runbooks, Texts texts) {
        this.runbooks = runbooks;
        this.texts = texts;
    }

    /** Indexes the runbooks of {@code library}. */
    public static RunbookSearch of(Library library) {
        return new RunbookSearch(library.runbooks(), Texts.of(library));
    }

    /**
     * The runbooks that fit {@code typed}, best first; all in their order where nothing is typed.
     *
     * @param typed of which the first 16 different words count
     */
    public List<Found> find(String typed) {
        List<String> words = Words.of(typed).stream().distinct().limit(MOST_WORDS).toList();
        if (words.isEmpty()) {
            return runbooks.stream().map(it -> new Found(it, Place.TITLE, it.title(), 0)).toList();
        }
        List<TypedWord> known =
                words.stream()
                        .map(it -> TypedWord.in(texts, it, runbooks.size()))
                        .filter(it -> !it.isUnknown())
                        .toList();
        List<Found> found = new ArrayList<>();
        entriesByRunbook(known).forEach((runbook, entries) -> rate(runbook, entries, known, found));
        found.sort(Comparator.comparingDouble(Found::score).reversed());
        return List.copyOf(found);
    }

    /** In the order of the library, so that equals keep it. */
    private Map<Integer, Set<Integer>> entriesByRunbook(List<TypedWord> words) {
        Map<Integer, Set<Integer>> entries = new java.util.TreeMap<>();
        for (TypedWord word : words) {
            for (int entry : word.fits().keySet()) {
                entries.computeIfAbsent(texts.entries().get(entry).runbook(), it -> new HashSet<>())
                        .add(entry);
            }
        }
        return entries;
    }

    private void rate(int runbook, Set<Integer> entries, List<TypedWord> words, List<Found> found) {
        double all = words.stream().mapToDouble(TypedWord::weight).sum();
        Map<TypedWord, Double> anywhere = new HashMap<>();
        Texts.Entry best = null;
        double bestScore = 0;
        for (int id : entries.stream().sorted().toList()) {
            Texts.Entry entry = texts.entries().get(id);
            double score = TextScore.of(id, entry, words) / all;
            if (score > bestScore) {
                bestScore = score;
                best = entry;
            }
            for (TypedWord word : words) {
                TypedWord.Fit fit = word.fits().get(id);
                if (fit != null) {
                    double value = fit.likeness() * entry.place().weight() * word.weight();
                    anywhere.merge(word, value, Math::max);
                }
            }
        }
        double fitting = anywhere.keySet().stream().mapToDouble(TypedWord::weight).sum();
        if (best != null && fitting >= LEAST * all) {
            double together =
                    anywhere.values().stream().mapToDouble(Double::doubleValue).sum() / all;
            double score = IN_ONE_TEXT * bestScore + (1 - IN_ONE_TEXT) * together;
            found.add(new Found(runbooks.get(runbook), best.place(), best.text(), score));
        }
    }
}
