package dev.warroom.search;

import dev.warroom.runbook.Library;
import dev.warroom.runbook.Runbook;
import dev.warroom.search.Found.Place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds runbooks by what a person sees or calls them. A runbook is found where most of what is
 * typed fits its title, its symptoms, its headings or what its steps may be called; the better all
 * of it fits one of them, the earlier it comes.
 *
 * <p>Words may be cut short, end otherwise, be mistyped or stand in another order. Words that fit
 * nowhere in the library do not matter, so that a whole error message can be pasted.
 */
public final class RunbookSearch {

    private static final int MOST_WORDS = 16;

    private final List<Runbook> runbooks;
    private final Texts texts;

    private RunbookSearch(List<Runbook> runbooks, Texts texts) {
        this.runbooks = runbooks;
        this.texts = texts;
    }

    /** Indexes the runbooks of {@code library}: their first 300,000 different words. */
    public static RunbookSearch of(Library library) {
        return of(library, WordTable.MOST);
    }

    static RunbookSearch of(Library library, int mostWords) {
        return new RunbookSearch(library.runbooks(), Texts.of(library, mostWords));
    }

    /**
     * What the search does not know, and what to do about it; empty where it knows all, as it does
     * of every library that people have written.
     */
    public Optional<String> unknown() {
        return texts.isFull()
                ? Optional.of(
                        "the search knows the first "
                                + String.format(Locale.ROOT, "%,d", texts.words().size())
                                + " different words of these runbooks, and no others: move files"
                                + " that are no runbooks elsewhere")
                : Optional.empty();
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
                        .map(it -> TypedWord.in(texts, it))
                        .filter(it -> !it.isUnknown())
                        .toList();
        Rating rating = new Rating(texts, known);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < runbooks.size(); i++) {
            Runbook runbook = runbooks.get(i);
            int place = i;
            rating.next(i).ifPresent(rate -> found.add(found(runbook, place, rate)));
        }
        found.sort(Comparator.comparingDouble(Found::score).reversed());
        return List.copyOf(found);
    }

    private Found found(Runbook runbook, int place, Rating.Rate rate) {
        return new Found(
                runbook,
                texts.place(place, rate.text()),
                texts.text(place, rate.text()),
                rate.score());
    }
}
