package dev.warroom.execution;

import dev.warroom.text.LineAssembler;

import java.util.ArrayList;
import java.util.List;

/** Makes lines out of an output's bytes as they come, and counts those that were passed over. */
final class OutputLines {

    /** A longer line is cut on the screen; the file has all of it. */
    static final int MOST_LINE_BYTES = 4096;

    private List<String> lines = new ArrayList<>();
    private LineAssembler assembler = assembler();
    private long dropped;
    private boolean insideALine;

    /** The last bytes of a line whose beginning was passed over. */
    private byte[] end = new byte[0];

    void add(byte[] bytes, int count) {
        int from = 0;
        if (insideALine) {
            while (from < count && bytes[from] != '\n') {
                from++;
            }
            if (from == count) {
                remember(bytes, count);
                return;
            }
            from++;
            dropped++;
            insideALine = false;
            end = new byte[0];
        }
        assembler.add(bytes, from, count - from);
    }

    /**
     * Bytes are missing here, and what comes next begins somewhere in a line.
     *
     * @param ends how many lines ended in them
     */
    void passOver(long ends) {
        assembler = assembler();
        dropped += ends;
        insideALine = true;
        end = new byte[0];
    }

    private void remember(byte[] bytes, int count) {
        int kept = Math.min(MOST_LINE_BYTES, end.length + count);
        int old = Math.max(0, kept - count);
        byte[] next = new byte[kept];
        System.arraycopy(end, end.length - old, next, 0, old);
        System.arraycopy(bytes, count - (kept - old), next, old, kept - old);
        end = next;
    }

    /** The last line ends though nothing ends it. */
    void end() {
        if (insideALine && end.length > 0) {
            lines.add("(the beginning of this line is in the run's file only)");
            assembler.add(end);
            end = new byte[0];
        }
        assembler.flush();
    }

    boolean empty() {
        return lines.isEmpty() && dropped == 0;
    }

    /** The lines since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines = new ArrayList<>();
        return taken;
    }

    /** How many lines were passed over since the last call. */
    long takeDropped() {
        long taken = dropped;
        dropped = 0;
        return taken;
    }

    private LineAssembler assembler() {
        return new LineAssembler(MOST_LINE_BYTES, line -> lines.add(line));
    }
}
