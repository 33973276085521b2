package dev.warroom.incident;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Facts in order: a list that does not change, and that another with one more costs next to nothing
 * to make. Lists that follow each other share one array; whoever adds to an older one gets a copy.
 */
public final class Facts extends AbstractList<Fact> implements RandomAccess {

    private static final int FIRST = 16;

    /** None. */
    public static final Facts NONE = new Facts(new Fact[0], 0, false);

    private final Fact[] array;
    private final int size;

    /** Whether any of them is about one of many hosts. */
    private final boolean many;

    /** Made when it is first asked for: whoever comes second makes the same. */
    private volatile Retelling told;

    private Facts(Fact[] array, int size, boolean many) {
        this.array = array;
        this.size = size;
        this.many = many;
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
        boolean many = facts.stream().map(Fact::event).anyMatch(Retelling::many);
        return new Facts(array, array.length, many);
    }

    /** These and one more. */
    public Facts plus(Fact fact) {
        Objects.requireNonNull(fact);
        if (size < array.length && placed(fact)) {
            return new Facts(array, size + 1, many || Retelling.many(fact.event()));
        }
        Fact[] copy = Arrays.copyOf(array, Math.max(FIRST, size + size / 2 + 1));
        Arrays.fill(copy, size, copy.length, null);
        copy[size] = fact;
        return new Facts(copy, size + 1, many || Retelling.many(fact.event()));
    }

    /** The place after this list's last is taken once: by the first list that follows it. */
    private boolean placed(Fact fact) {
        synchronized (array) {
            boolean free = array[size] == null;
            if (free) {
                array[size] = fact;
            }
            return free;
        }
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
