package dev.warroom.incident;

import java.util.List;

/**
 * Facts that follow each other, in whatever form they are kept; it does not change. Of a long
 * journal that is less than an object for each, and a fact is made of it when it is looked at.
 */
public interface Stretch {

    /** How many facts it has. */
    int size();

    /**
     * One of them.
     *
     * @param index from 0, less than {@link #size}
     */
    Fact get(int index);

    /** What kind of event {@link #get} has, without making it. */
    Class<? extends IncidentEvent> kind(int index);

    /** Whose fact {@link #get} is, without making it. */
    String who(int index);

    /** Whether any of them is about one of many hosts. */
    boolean many();

    /** Facts that are objects already. */
    static Stretch of(List<Fact> facts) {
        return new Listed(List.copyOf(facts), facts.stream().anyMatch(Retelling::many));
    }

    /** A fact is an object. */
    record Listed(List<Fact> facts, boolean many) implements Stretch {
        @Override
        public int size() {
            return facts.size();
        }

        @Override
        public Fact get(int index) {
            return facts.get(index);
        }

        @Override
        public Class<? extends IncidentEvent> kind(int index) {
            return facts.get(index).event().getClass();
        }

        @Override
        public String who(int index) {
            return facts.get(index).who();
        }
    }
}
