package dev.warroom.incident;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Facts in order: a list that does not change, and that another with one more costs next to nothing
 * to make. Lists that follow each other share one array; whoever adds to an older one gets a copy.
 */
public final class Facts extends AbstractList<Fact> implements RandomAccess {

    private static final int FIRST = 16;

    /** None. */
    public static final Facts NONE = new Facts(new Fact[0], new AtomicInteger(), 0);

    private final Fact[] array;
    private final AtomicInteger taken;
    private final int size;

    private Facts(Fact[] array, AtomicInteger taken, int size) {
        this.array = array;
        this.taken = taken;
        this.size = size;
    }

    /** A copy of {@code facts}; itself where it is such a list already. */
    public static Facts of(List<Fact> facts) {
        if (facts instanceof Facts already) {
            return already;
        }
        Fact[] array = facts.toArray(Fact[]::new);
        return new Facts(array, new AtomicInteger(array.length), array.length);
    }

    /** These and one more. */
    public Facts plus(Fact fact) {
        Objects.requireNonNull(fact);
        if (size < array.length && taken.compareAndSet(size, size + 1)) {
            array[size] = fact;
            return new Facts(array, taken, size + 1);
        }
        Fact[] copy = Arrays.copyOf(array, Math.max(FIRST, size + size / 2 + 1));
        Arrays.fill(copy, size, copy.length, null);
        copy[size] = fact;
        return new Facts(copy, new AtomicInteger(size + 1), size + 1);
    }

    @Override
    public Fact get(int index) {
        return array[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }
}
