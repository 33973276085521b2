package dev.warroom.share;

import java.util.List;

/**
 * Some lines of an output that go into one message.
 *
 * @param lines masked, in their order
 * @param first the number of the first of them, counted from 0
 * @param least the number of the first line that can be asked for
 * @param missing how many lines are only in the run's file where it ran
 * @param refusal why nothing is given, for people; empty where something is
 */
public record OutputPiece(
        List<String> lines, long first, long least, long missing, String refusal) {

    public OutputPiece {
        lines = List.copyOf(lines);
    }

    /** Nothing is given. */
    public static OutputPiece refused(String why) {
        return new OutputPiece(List.of(), 0, 0, 0, why);
    }
}
