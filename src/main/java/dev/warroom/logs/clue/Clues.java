package dev.warroom.logs.clue;

import java.util.List;
import java.util.Optional;

/**
 * The clues that an expression gives; each holds for whatever it finds.
 *
 * @param needles the fastest, where they stand in few lines
 * @param automaton leads to the fewest lines
 */
public record Clues(List<Needle> needles, Optional<Automaton> automaton) {

    /** Of something else than an expression. */
    public static final Clues NONE = new Clues(List.of(), Optional.empty());

    /** Where needles stand in more than one of so many bytes, lines that hold them are not rare. */
    private static final int RARE = 2_000;

    /**
     * For lines as the room shows them.
     *
     * @param anyCase whether letter case does not matter
     */
    public static Clues ofShownLines(String expression, boolean anyCase) {
        return new Clues(
                Needle.ofShownLines(expression, anyCase),
                Automaton.ofShownLines(expression, anyCase));
    }

    /** For events as they were written, of one or more lines. */
    public static Clues ofEvents(String expression) {
        return new Clues(Needle.of(expression), Automaton.ofEvents(expression));
    }

    /** The one that leads to the fewest lines. */
    public Optional<Clue> first() {
        return automaton.isPresent() || needles.isEmpty()
                ? automaton.map(it -> it)
                : Optional.of(needles.getFirst());
    }

    /**
     * The one of most use.
     *
     * @param b lines like those to come, up to {@code to}
     */
    public Optional<Clue> best(byte[] b, int to) {
        if (needles.isEmpty()) {
            return first();
        }
        Needle rarest = Needle.rarest(needles, b, to);
        boolean rare = rarest.count(b, to) <= to / RARE;
        return rare || automaton.isEmpty() ? Optional.of(rarest) : automaton.map(it -> it);
    }
}
