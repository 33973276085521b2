package dev.warroom.runbook;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds what of a library stands under a heading. */
final class Places {

    private Places() {}

    /** What a file begins with, a runbook before a page. */
    static Optional<Place> first(Library library, String file) {
        return of(library, file).stream()
                .filter(Place.InRunbook.class::isInstance)
                .findFirst()
                .or(() -> of(library, file).stream().findFirst());
    }

    /**
     * What begins at the heading; else what begins below it, before the next of its level; else
     * what it is a part of.
     */
    static Optional<Place> under(Library library, Heading heading) {
        int end =
                library.headingsOf(heading.file()).stream()
                        .filter(it -> it.line() > heading.line() && it.level() <= heading.level())
                        .mapToInt(Heading::line)
                        .min()
                        .orElse(Integer.MAX_VALUE);
        List<Place> places = of(library, heading.file());
        Predicate<Place> below = it -> line(it) >= heading.line() && line(it) < end;
        return places.stream()
                .filter(below)
                .findFirst()
                .or(() -> places.stream().filter(below.negate()).reduce((_, last) -> last));
    }

    /** Everything in a file that can be gone to, by line. */
    private static List<Place> of(Library library, String file) {
        Stream<Place> sections =
                library.runbooks().stream()
                        .filter(runbook -> runbook.file().equals(file))
                        .flatMap(
                                runbook ->
                                        runbook.sections().stream()
                                                .map(it -> new Place.InRunbook(runbook, it)));
        Stream<Place> pages =
                library.pages().stream()
                        .filter(page -> page.file().equals(file) && !page.outline())
                        .map(Place.OnPage::new);
        return Stream.concat(sections, pages)
                .sorted(Comparator.comparingInt(Places::line))
                .toList();
    }

    private static int line(Place place) {
        return switch (place) {
            case Place.InRunbook it
                    when it.section().id().equals(it.runbook().sections().getFirst().id()) ->
                    it.runbook().line();
            case Place.InRunbook it -> it.section().line();
            case Place.OnPage it -> it.page().line();
        };
    }
}
