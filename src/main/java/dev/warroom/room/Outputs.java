package dev.warroom.room;

import org.pcollections.OrderedPMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ends of the outputs of runs; the whole of each is in its file.
 *
 * @param byRun by run id
 * @param held lines of all of them together
 * @param fromEnd how far the output view is scrolled back; 0 while it follows
 */
public record Outputs(OrderedPMap<String, Output> byRun, int held, int fromEnd) {

    /**
     * Outputs kept; the oldest goes first, and is read from its file again when it is asked for.
     */
    public static final int MOST_RUNS = 4_000;

    /** Lines kept of all outputs together, beside those of the newest. */
    public static final int MOST_LINES = 64_000;

    /** Lines kept of each output. */
    public static final int LIMIT = 2_000;

    /** Lines kept of the output of one of several hosts once it has ended. */
    public static final int MOST_OF_HOST = 60;

    /** Characters of these lines, so that a thousand hosts with long lines fit as well. */
    static final int MOST_CHARACTERS_OF_HOST = 16_000;

    /**
     * One of them.
     *
     * @param dropped lines that came too fast to be taken, or that another room did not give; they
     *     are in the file
     * @param print of all lines that came until the run had ended
     * @param over whether no more is to come of the run itself
     * @param cut whether lines were let go of since, which the file still has
     * @param far how it has come from another machine; empty where the run is this one's
     */
    public record Output(
            LineBuffer<String> lines,
            long dropped,
            OutputPrint print,
            boolean over,
            boolean cut,
            Optional<FarOutput> far) {

        static final Output EMPTY =
                new Output(
                        LineBuffer.of(LIMIT),
                        0,
                        OutputPrint.NOTHING,
                        false,
                        false,
                        Optional.empty());

        Output plus(List<String> more, long lost) {
            return new Output(
                    lines.plus(more),
                    dropped + lost,
                    over ? print : print.plus(more, lost),
                    over,
                    cut,
                    far);
        }

        Output ended() {
            return new Output(lines, dropped, print, true, cut, far);
        }

        /** No more of it than is looked at beside other hosts. */
        Output cutShort() {
            int most = 0;
            long characters = 0;
            for (String line : lines.window(0, MOST_OF_HOST).reversed()) {
                characters += line.length();
                if (characters > MOST_CHARACTERS_OF_HOST && most > 0) {
                    break;
                }
                most++;
            }
            return with(most);
        }

        private Output with(int newest) {
            return newest == lines.size()
                    ? this
                    : new Output(lines.withNewest(newest), dropped, print, over, true, far);
        }

        Output withoutLines() {
            return with(0);
        }

        Output from(FarOutput another) {
            return new Output(lines, dropped, print, over, cut, Optional.of(another));
        }

        /** Ready for what its file has. */
        Output again() {
            return new Output(LineBuffer.of(LIMIT), 0, print, over, false, far);
        }
    }

    static final Outputs EMPTY = new Outputs(OrderedPMap.empty(), 0, 0);

    public Optional<Output> of(String run) {
        return Optional.ofNullable(byRun.get(run));
    }

    /** The output of one of several hosts: what is looked at stays where it is. */
    Outputs added(String run) {
        return withRoomFor(run).plus(run, Output.EMPTY);
    }

    Outputs begun(String run) {
        return added(run).atEnd();
    }

    /** It is read from its file again; what tells it from others stays known. */
    Outputs again(String run) {
        return withRoomFor(run).plus(run, of(run).orElse(Output.EMPTY).again());
    }

    /** The run has ended; of one of several hosts, less is kept from now on. */
    Outputs ended(String run, boolean several) {
        Optional<Output> ended = of(run).map(Output::ended);
        return ended.map(it -> plus(run, several ? it.cutShort() : it)).orElse(this);
    }

    /**
     * @param shown the run that is looked at: only its lines may move the view
     */
    Outputs arrived(String run, List<String> lines, long lost, Optional<String> shown) {
        Output after = of(run).orElse(Output.EMPTY).plus(lines, lost);
        boolean moves = fromEnd > 0 && shown.equals(Optional.of(run));
        int place = moves ? Math.min(fromEnd + lines.size(), after.lines().size() - 1) : fromEnd;
        return withRoomFor(run).plus(run, after).at(Math.max(0, place));
    }

    /** How things stand with the output of a run on another machine; its lines stay. */
    Outputs far(String run, FarOutput far) {
        return withRoomFor(run).plus(run, of(run).orElse(Output.EMPTY).from(far));
    }

    /**
     * What the room of another machine has told in place of what it told before.
     *
     * @param before how many lines come before these
     */
    Outputs told(String run, List<String> lines, long before, FarOutput far) {
        return withRoomFor(run).plus(run, Output.EMPTY.plus(lines, before).from(far));
    }

    private Outputs plus(String run, Output output) {
        int before = of(run).map(it -> it.lines().size()).orElse(0);
        return new Outputs(byRun.plus(run, output), held - before + output.lines().size(), fromEnd);
    }

    private Outputs withRoomFor(String run) {
        Outputs left = this;
        if (byRun.containsKey(run)) {
            return left;
        }
        while (left.byRun.size() >= MOST_RUNS) {
            String oldest = left.byRun.keySet().iterator().next();
            left = left.plus(oldest, Output.EMPTY);
            left = new Outputs(left.byRun.minus(oldest), left.held, left.fromEnd);
        }
        if (left.held <= MOST_LINES - LIMIT) {
            return left;
        }
        for (Map.Entry<String, Output> it : byRun.entrySet()) {
            if (left.held <= MOST_LINES - LIMIT) {
                break;
            }
            if (left.byRun.containsKey(it.getKey())) {
                left = left.plus(it.getKey(), it.getValue().withoutLines());
            }
        }
        return left;
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
        return at(Math.clamp((long) fromEnd + lines, 0, most));
    }

    /**
     * Scrolls what is made of several outputs.
     *
     * @param total lines of it
     */
    Outputs scrolledIn(int total, int lines, int rows) {
        return at(Math.clamp((long) fromEnd + lines, 0, Math.max(0, total - rows)));
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
    Outputs holding() {
        return at(1);
    }

    /** At the newest line again. */
    Outputs atEnd() {
        return at(0);
    }

    private Outputs at(int place) {
        return new Outputs(byRun, held, place);
    }
}
