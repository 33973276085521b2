package dev.warroom.incident;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Facts in order: a list that does not change, and that another with one more costs next to nothing
 * to make. Those that were read in one piece stay as they were read; later ones are in an array
 * that lists which follow each other share. Whoever adds to an older one gets a copy.
 *
 * <p>What was read may have to be made into a fact again each time it is looked at: whoever looks
 * for some kinds of events among all says which, and does not go through the list.
 */
public final class Facts extends AbstractList<Fact> implements RandomAccess {

    private static final int FIRST = 16;

    /** None. */
    public static final Facts NONE = new Facts(Read.NOTHING, new Fact[0], 0, false);

    private final Read read;
    private final Fact[] array;
    private final int size;

    /** Whether any of them is about one of many hosts. */
    private final boolean many;

    /** Made when it is first asked for: whoever comes second makes the same. */
    private volatile Retelling told;

    private Facts(Read read, Fact[] array, int size, boolean many) {
        this.read = read;
        this.array = array;
        this.size = size;
        this.many = many;
    }

    /**
     * What was read in one piece.
     *
     * @param ends how many facts there are up to and with each stretch
     */
    private record Read(Stretch[] stretches, int[] ends) {
        static final Read NOTHING = new Read(new Stretch[0], new int[0]);

        static Read of(List<? extends Stretch> stretches) {
            Stretch[] some = stretches.stream().filter(it -> it.size() > 0).toArray(Stretch[]::new);
            int[] ends = Arrays.stream(some).mapToInt(Stretch::size).toArray();
            Arrays.parallelPrefix(ends, Integer::sum);
            return new Read(some, ends);
        }

        int size() {
            return ends.length == 0 ? 0 : ends[ends.length - 1];
        }

        /** Which stretch a fact is in. */
        int stretch(int index) {
            int found = Arrays.binarySearch(ends, index + 1);
            return found < 0 ? -found - 1 : found;
        }

        int first(int stretch) {
            return stretch == 0 ? 0 : ends[stretch - 1];
        }
    }

    /** As they are told to people. */
    public Retelling told() {
        if (told == null) {
            told = Retelling.of(this, many);
        }
        return told;
    }

    /** A copy of {@code facts}; itself where it is such a list already. */
    public static Facts of(List<Fact> facts) {
        if (facts instanceof Facts already) {
            return already;
        }
        Fact[] array = facts.toArray(Fact[]::new);
        return new Facts(
                Read.NOTHING, array, array.length, Stream.of(array).anyMatch(Retelling::many));
    }

    /** What was read, one stretch after the other. */
    public static Facts joined(List<? extends Stretch> stretches) {
        Read read = Read.of(stretches);
        boolean many = stretches.stream().anyMatch(Stretch::many);
        return new Facts(read, new Fact[0], read.size(), many);
    }

    /** These and one more. */
    public Facts plus(Fact fact) {
        Objects.requireNonNull(fact);
        boolean more = many || Retelling.many(fact);
        int there = size - read.size();
        if (there < array.length && placed(there, fact)) {
            return new Facts(read, array, size + 1, more);
        }
        Fact[] copy = Arrays.copyOf(array, Math.max(FIRST, there + there / 2 + 1));
        Arrays.fill(copy, there, copy.length, null);
        copy[there] = fact;
        return new Facts(read, copy, size + 1, more);
    }

    /** The place after this list's last is taken once: by the first list that follows it. */
    private boolean placed(int place, Fact fact) {
        synchronized (array) {
            boolean free = array[place] == null;
            if (free) {
                array[place] = fact;
            }
            return free;
        }
    }

    @Override
    public Fact get(int index) {
        Objects.checkIndex(index, size);
        if (index >= read.size()) {
            return array[index - read.size()];
        }
        int stretch = read.stretch(index);
        return read.stretches()[stretch].get(index - read.first(stretch));
    }

    @Override
    public int size() {
        return size;
    }

    /** Those whose events are of some kinds, oldest first. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Stream<Fact> only(Class<? extends IncidentEvent>... kinds) {
        return only(Set.of(kinds)::contains);
    }

    /** Those whose events are of some kinds, oldest first. */
    public Stream<Fact> only(Predicate<Class<? extends IncidentEvent>> kinds) {
        return places(kinds).mapToObj(this::get);
    }

    /** The same, the newest first. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Stream<Fact> newest(Class<? extends IncidentEvent>... kinds) {
        Set<Class<? extends IncidentEvent>> wanted = Set.of(kinds);
        return IntStream.iterate(size - 1, it -> it >= 0, it -> it - 1)
                .filter(it -> wanted.contains(kind(it)))
                .mapToObj(this::get);
    }

    /** Where facts stand whose events are of some kinds, counted from 0, in their order. */
    IntStream places(Predicate<Class<? extends IncidentEvent>> kinds) {
        return IntStream.range(0, size).filter(it -> kinds.test(kind(it)));
    }

    /** The kind of a fact's event, without making the fact. */
    Class<? extends IncidentEvent> kind(int index) {
        Objects.checkIndex(index, size);
        if (index >= read.size()) {
            return array[index - read.size()].event().getClass();
        }
        int stretch = read.stretch(index);
        return read.stretches()[stretch].kind(index - read.first(stretch));
    }

    /** Everybody of whom there is a fact. */
    public SortedSet<String> people() {
        SortedSet<String> people = new TreeSet<>();
        for (Stretch stretch : read.stretches()) {
            IntStream.range(0, stretch.size()).mapToObj(stretch::who).forEach(people::add);
        }
        for (int i = read.size(); i < size; i++) {
            people.add(array[i - read.size()].who());
        }
        return people;
    }
}
