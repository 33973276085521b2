package dev.warroom.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Events of several lines, folded onto their first one: a stack trace takes one row.
 *
 * @param lines that are looked at
 */
public record LogFolds(LineBuffer<LogLine> lines) {

    /** Looked at to fill a window; of a longer trace a part is shown. */
    private static final int MOST = 8_000;

    /**
     * A line that is drawn.
     *
     * @param fromEnd how many lines stand below it
     * @param folded how many lines of its event are not drawn
     */
    public record Row(LogLine line, int fromEnd, int folded) {}

    /**
     * The rows above a place, the newest first.
     *
     * @param fromEnd how many lines below the place
     * @param most how many rows
     * @param open the line that is drawn although it goes on with another; -1 for none
     */
    public List<Row> above(int fromEnd, int most, int open) {
        List<Row> rows = new ArrayList<>();
        Map<String, Integer> folded = new HashMap<>();
        int seen = 0;
        for (int block = most; rows.size() < most && seen < MOST; block *= 4) {
            List<LogLine> part = lines.window(fromEnd + seen, block);
            for (int i = part.size() - 1; i >= 0 && rows.size() < most; i--) {
                LogLine line = part.get(i);
                int place = fromEnd + seen + part.size() - 1 - i;
                if (!line.continues()) {
                    Integer count = folded.remove(line.source());
                    rows.add(new Row(line, place, count == null ? 0 : count));
                } else if (place == open) {
                    rows.add(new Row(line, place, 0));
                } else {
                    folded.merge(line.source(), 1, Integer::sum);
                }
            }
            seen += part.size();
            if (part.size() < block) {
                break;
            }
        }
        return rows;
    }

    /** Where the window is after it has moved up by {@code rows} from {@code fromEnd}. */
    int up(int fromEnd, int rows) {
        int place = fromEnd;
        int left = rows;
        while (left > 0 && place < lines.size() - 1) {
            List<LogLine> part = lines.window(place, (int) Math.min(lines.size(), 4L * left + 64));
            int from = place;
            for (int i = part.size() - 1; i >= 0 && left > 0; i--) {
                place++;
                left -= part.get(i).continues() ? 0 : 1;
            }
            if (place == from) {
                break;
            }
        }
        return Math.min(place, Math.max(0, lines.size() - 1));
    }

    /** Where it is after it has moved down. */
    int down(int fromEnd, int rows) {
        int place = fromEnd;
        int left = rows;
        while (left > 0 && place > 0) {
            place--;
            // An event's last line is the lowest of the window.
            boolean last = place == 0 || !lines.window(place - 1, 1).getFirst().continues();
            left -= last ? 1 : 0;
        }
        return place;
    }

    /** The highest place of a window in which the oldest lines fill {@code rows}. */
    int top(int rows) {
        List<LogLine> all = lines.all();
        int heads = 0;
        int at = 0;
        while (at < all.size() && (heads < rows || all.get(at).continues())) {
            heads += all.get(at).continues() ? 0 : 1;
            at++;
        }
        return Math.max(0, all.size() - at);
    }
}
