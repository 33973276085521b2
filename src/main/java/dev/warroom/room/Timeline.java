package dev.warroom.room;

import dev.warroom.incident.Fact;
import dev.warroom.incident.FactKind;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the timeline is looked at. Places are the numbers of facts, so that what is looked at stays
 * where it is, whatever arrives.
 *
 * @param kinds of facts that are shown; all where it is empty
 * @param people whose facts are shown, in lower case; everybody's where it is empty
 * @param relative whether times count from the beginning of the incident
 * @param top the newest fact in the window; empty while it follows
 * @param selected the fact that is meant; empty while that is the newest
 */
public record Timeline(
        Set<FactKind> kinds,
        Set<String> people,
        boolean relative,
        OptionalLong top,
        OptionalLong selected) {

    static final Timeline USUAL =
            new Timeline(Set.of(), Set.of(), false, OptionalLong.empty(), OptionalLong.empty());

    public Timeline {
        kinds = Set.copyOf(kinds);
        people = Set.copyOf(people);
    }

    /** Whether everything is shown. */
    public boolean whole() {
        return kinds.isEmpty() && people.isEmpty();
    }

    /** What is shown, in a few words: {@code step health of ana}; empty where that is all. */
    public String words() {
        String of = people.isEmpty() ? "" : "of " + String.join(", ", new TreeSet<>(people));
        return Stream.concat(kinds.stream().sorted().map(FactKind::word), Stream.of(of))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Those of {@code facts} that are shown, in their order, the oldest first. */
    public List<Fact> shown(List<Fact> facts) {
        return whole() ? facts : facts.stream().filter(this::lets).toList();
    }

    private boolean lets(Fact fact) {
        return (kinds.isEmpty() || kinds.contains(FactKind.of(fact)))
                && (people.isEmpty() || people.contains(fact.who().toLowerCase(Locale.ROOT)));
    }

    /**
     * How many of the shown facts are newer than the window; 0 while it follows.
     *
     * @param shown as {@link #shown} answers them
     */
    public int newer(List<Fact> shown) {
        return fromNewest(shown, top);
    }

    /** The fact that is meant; empty where none is shown. */
    public Optional<Fact> meant(List<Fact> shown) {
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(shown.get(shown.size() - 1 - fromNewest(shown, selected)));
    }

    /** The place of a fact, or of the next older one that is shown, counted from the newest. */
    private static int fromNewest(List<Fact> shown, OptionalLong number) {
        if (number.isEmpty() || shown.isEmpty()) {
            return 0;
        }
        int low = 0;
        int high = shown.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (shown.get(middle).number() <= number.getAsLong()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return shown.size() - 1 - low;
    }

    /** With another kind of facts, or another person's; back at the newest. */
    Timeline showing(Set<FactKind> ofKinds, Set<String> ofPeople) {
        return new Timeline(
                ofKinds, ofPeople, relative, OptionalLong.empty(), OptionalLong.empty());
    }

    Timeline relative(boolean on) {
        return new Timeline(kinds, people, on, top, selected);
    }

    /** At the newest facts, following. */
    Timeline live() {
        return showing(kinds, people);
    }

    /** Stays where it is, whatever arrives. */
    Timeline held(List<Fact> shown) {
        return shown.isEmpty() ? this : at(shown, newer(shown), fromNewest(shown, selected), true);
    }

    /**
     * Goes down by so many facts, to older ones, or up where it is negative.
     *
     * @param rows of the pane, at least 1
     */
    Timeline moved(List<Fact> shown, int by, int rows) {
        if (shown.isEmpty()) {
            return this;
        }
        int place = Math.clamp((long) fromNewest(shown, selected) + by, 0, shown.size() - 1);
        int first = Math.clamp(newer(shown), Math.max(0, place - Math.max(1, rows) + 1), place);
        return at(shown, first, place, false);
    }

    private Timeline at(List<Fact> shown, int first, int place, boolean hold) {
        boolean follow = place == 0 && !hold;
        return new Timeline(
                kinds,
                people,
                relative,
                follow ? OptionalLong.empty() : number(shown, first),
                follow ? OptionalLong.empty() : number(shown, place));
    }

    private static OptionalLong number(List<Fact> shown, int fromNewest) {
        return OptionalLong.of(shown.get(shown.size() - 1 - fromNewest).number());
    }

    /** The kinds in words of a person; what is none of them is left out. */
    static Set<FactKind> kinds(List<String> words) {
        Set<FactKind> kinds = EnumSet.noneOf(FactKind.class);
        words.forEach(it -> FactKind.parse(it).ifPresent(kinds::add));
        return kinds;
    }
}
