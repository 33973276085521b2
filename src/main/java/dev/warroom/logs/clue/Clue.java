package dev.warroom.logs.clue;

/** Tells where an expression may find something. May be used by several threads. */
public interface Clue {

    /**
     * The next place that it leads to.
     *
     * @param b lines of a log, or parts of some
     * @param from where to begin; what stands before it is not looked at
     * @return a place from {@code from} on in the first line in which the expression may find
     *     something, or in which that ends; -1 where it finds nothing before {@code to}
     */
    int find(byte[] b, int from, int to);

    /** Of bytes that are looked through in parts, each needs so many of the next one as well. */
    default int reach() {
        return 0;
    }
}
