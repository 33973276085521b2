package dev.warroom.runbook;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Supplier;

/** A list that somebody else keeps, or makes again, and that is asked for whenever it is used. */
final class Afresh<T> extends AbstractList<T> {

    private final Supplier<List<T>> source;

    /**
     * @param source gives the same list each time, as long as its file is the same
     */
    Afresh(Supplier<List<T>> source) {
        this.source = source;
    }

    @Override
    public T get(int index) {
        return source.get().get(index);
    }

    @Override
    public int size() {
        return source.get().size();
    }

    /** Over one and the same list to its end. */
    @Override
    public Iterator<T> iterator() {
        return source.get().iterator();
    }

    @Override
    public Spliterator<T> spliterator() {
        return source.get().spliterator();
    }
}
