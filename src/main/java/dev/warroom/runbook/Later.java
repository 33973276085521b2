package dev.warroom.runbook;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A list that is made when it is first looked at: what a step asks for is found when its runbook is
 * opened, not for each step of all runbooks when the room is. Whoever looks, and when, it is the
 * same list.
 */
final class Later<T> extends AbstractList<T> {

    private Supplier<List<T>> source;
    private List<T> made;

    /**
     * @param source asked at most once
     */
    Later(Supplier<List<T>> source) {
        this.source = source;
    }

    private synchronized List<T> made() {
        if (made == null) {
            made = List.copyOf(source.get());
            source = null;
        }
        return made;
    }

    /** A list that nobody changes: this one as it is, or a copy. */
    static <T> List<T> copyOf(List<T> list) {
        return list instanceof Later || list instanceof Afresh ? list : List.copyOf(list);
    }

    @Override
    public T get(int index) {
        return made().get(index);
    }

    @Override
    public int size() {
        return made().size();
    }
}
