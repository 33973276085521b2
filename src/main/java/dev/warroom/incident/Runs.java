package dev.warroom.incident;

import java.util.Arrays;

/**
 * Which step each run belongs to: a table that does not change, and that another with one more run
 * costs next to nothing to make. Tables that follow each other share their arrays, as {@link Facts}
 * do; whoever adds to an older one gets a copy.
 */
public final class Runs {

    private static final int FIRST = 16;

    /** None. */
    static final Runs NONE = new Runs(new Table(FIRST), 0);

    private final Table table;
    private final int size;

    private Runs(Table table, int size) {
        this.table = table;
        this.size = size;
    }

    /**
     * Runs in the order in which they came, and where each is among them: open addressing, at most
     * half full.
     */
    private static final class Table {
        private final String[] runs;
        private final String[] steps;

        /** 1 and more: the place before which a run stands; 0 where there is none. */
        private final int[] places;

        private int count;

        Table(int most) {
            runs = new String[most];
            steps = new String[most];
            places = new int[Integer.highestOneBit(most) * 4];
        }

        private int slot(String run) {
            int hash = run.hashCode();
            return (hash ^ hash >>> 16) & places.length - 1;
        }

        /** The place of a run among the first {@code size}; negative where it is not. */
        int find(String run, int size) {
            for (int slot = slot(run); places[slot] != 0; slot = slot + 1 & places.length - 1) {
                int place = places[slot] - 1;
                if (place < size && runs[place].equals(run)) {
                    return place;
                }
            }
            return -1;
        }

        void add(String run, String step) {
            runs[count] = run;
            steps[count] = step;
            int slot = slot(run);
            while (places[slot] != 0) {
                slot = slot + 1 & places.length - 1;
            }
            places[slot] = ++count;
        }

        Table copy(int size, int most) {
            Table copy = new Table(most);
            for (int i = 0; i < size; i++) {
                copy.add(runs[i], steps[i]);
            }
            return copy;
        }
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The step of a run; null where there is no such run. */
    public String get(String run) {
        int place = table.find(run, size);
        return place < 0 ? null : table.steps[place];
    }

    /** The step of a run, or {@code other}. */
    public String getOrDefault(String run, String other) {
        String step = get(run);
        return step == null ? other : step;
    }

    /** Whether there is such a run. */
    public boolean containsKey(String run) {
        return table.find(run, size) >= 0;
    }

    /** These, with {@code run} of {@code step}. */
    Runs plus(String run, String step) {
        int place = table.find(run, size);
        if (place >= 0) {
            Table copy = table.copy(size, table.runs.length);
            copy.steps[place] = step;
            return new Runs(copy, size);
        }
        synchronized (table) {
            // The place after the last is taken once: by the first table that follows this one.
            if (table.count == size && size < table.runs.length) {
                table.add(run, step);
                return new Runs(table, size + 1);
            }
        }
        Table copy = table.copy(size, size < table.runs.length ? table.runs.length : size * 2);
        copy.add(run, step);
        return new Runs(copy, size + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Runs that
                && size == that.size
                && Arrays.equals(table.runs, 0, size, that.table.runs, 0, size)
                && Arrays.equals(table.steps, 0, size, that.table.steps, 0, size);
    }

    @Override
    public int hashCode() {
        return size;
    }

    @Override
    public String toString() {
        return size + " runs";
    }
}
