package dev.warroom.room;

import org.pcollections.OrderedPMap;

import java.util.List;
import java.util.Optional;

/**
 * The ends of the outputs of runs; the whole of each is in its file.
 *
 * @param byRun by run id
 * @param fromEnd how far the output view is scrolled back; 0 while it follows
 */
public record Outputs(OrderedPMap<String, Output> byRun, int fromEnd) {

    /**
     * Outputs kept; the oldest goes first, and is read from its file again when it is asked for.
     */
    public static final int MOST_RUNS = 1_000;

    /** Lines kept of all outputs together, beside those of the newest. */
    public static final int MOST_LINES = 64_000;

    /** Lines kept of each output. */
    public static final int LIMIT = 2_000;

    /**
     * @param dropped lines that came too fast to be taken, or that another room did not give; they
     *     are in the file
     * @param far how it has come from another machine; empty where the run is this one's
     */
    public record Output(LineBuffer<String> lines, long dropped, Optional<FarOutput> far) {

        static final Output EMPTY = new Output(LineBuffer.of(LIMIT), 0, Optional.empty());
    }

    static final Outputs EMPTY = new Outputs(OrderedPMap.empty(), 0);

    public Optional<Output> of(String run) {
        return Optional.ofNullable(byRun.get(run));
    }

    /** The output of one of several hosts: what is looked at stays where it is. */
    Outputs added(String run) {
        return new Outputs(withRoomFor(run).plus(run, Output.EMPTY), fromEnd);
    }

    Outputs begun(String run) {
        return new Outputs(withRoomFor(run).plus(run, Output.EMPTY), 0);
    }

    /**
     * @param shown the run that is looked at: only its lines may move the view
     */
    Outputs arrived(String run, List<String> lines, long lost, Optional<String> shown) {
        Output before = of(run).orElse(Output.EMPTY);
        Output after =
                new Output(before.lines().plus(lines), before.dropped() + lost, before.far());
        boolean moves = fromEnd > 0 && shown.equals(Optional.of(run));
        int place = moves ? Math.min(fromEnd + lines.size(), after.lines().size() - 1) : fromEnd;
        return new Outputs(withRoomFor(run).plus(run, after), Math.max(0, place));
    }

    /** How things stand with the output of a run on another machine; its lines stay. */
    Outputs far(String run, FarOutput far) {
        Output before = of(run).orElse(Output.EMPTY);
        Output after = new Output(before.lines(), before.dropped(), Optional.of(far));
        return new Outputs(withRoomFor(run).plus(run, after), fromEnd);
    }

    /**
     * What the room of another machine has told in place of what it told before.
     *
     * @param before how many lines come before these
     */
    Outputs told(String run, List<String> lines, long before, FarOutput far) {
        LineBuffer<String> buffer = LineBuffer.<String>of(LIMIT).plus(lines);
        Output after = new Output(buffer, before, Optional.of(far));
        return new Outputs(withRoomFor(run).plus(run, after), fromEnd);
    }

    private OrderedPMap<String, Output> withRoomFor(String run) {
        OrderedPMap<String, Output> left = byRun;
        while (!left.containsKey(run)
                && !left.isEmpty()
                && (left.size() >= MOST_RUNS || lines(left) > MOST_LINES - LIMIT)) {
            left = left.minus(left.keySet().iterator().next());
        }
        return left;
    }

    private static int lines(OrderedPMap<String, Output> outputs) {
        return outputs.values().stream().mapToInt(it -> it.lines().size()).sum();
    }

    /**
     * @param rows of the view
     * @param columns of the view, in which longer lines take several rows
     */
    Outputs scrolled(Optional<String> run, int lines, int rows, int columns) {
        int most =
                run.flatMap(this::of)
                        .map(it -> it.lines().size() - firstPage(it.lines(), rows, columns))
                        .orElse(0);
        return new Outputs(byRun, Math.clamp((long) fromEnd + lines, 0, most));
    }

    /**
     * Scrolls what is made of several outputs.
     *
     * @param total lines of it
     */
    Outputs scrolledIn(int total, int lines, int rows) {
        return new Outputs(byRun, Math.clamp((long) fromEnd + lines, 0, Math.max(0, total - rows)));
    }

    /** How many of the oldest lines fill the view. */
    private static int firstPage(LineBuffer<String> lines, int rows, int columns) {
        int filled = 0;
        int count = 0;
        List<String> oldest = lines.window(Math.max(0, lines.size() - Math.max(1, rows)), rows);
        while (count < oldest.size() && filled < rows) {
            filled += Math.max(1, Math.ceilDiv(oldest.get(count).length(), Math.max(1, columns)));
            count++;
        }
        return Math.max(Math.min(1, lines.size()), count);
    }

    /** It stays where it is, whatever arrives. */
    Outputs held() {
        return new Outputs(byRun, 1);
    }

    /** At the newest line again. */
    Outputs atEnd() {
        return new Outputs(byRun, 0);
    }
}
