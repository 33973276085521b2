package dev.warroom.logs;

import dev.warroom.room.LogFilter;
import dev.warroom.room.LogFilters;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;
import dev.warroom.room.Stretch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads some lines anywhere in a log file, however large it is. */
final class StretchReader {

    /** Read for one stretch, whatever the filters hide; what is found by then is the stretch. */
    private static final long MOST_BYTES = 32L << 20;

    private static final int BLOCK = 256 * 1024;

    private final LogBytes file;
    private final String source;
    private final ZoneId zone;
    private final LogFilters filters;
    private final byte[] block = new byte[BLOCK];

    /**
     * @param source what the file is called
     * @param zone of times that name none
     */
    StretchReader(LogBytes file, String source, ZoneId zone, LogFilters filters) {
        this.file = file;
        this.source = source;
        this.zone = zone;
        this.filters = filters;
    }

    /**
     * Some lines around a place.
     *
     * @param at where a line begins
     * @param before how many before it
     * @param after how many from there on
     */
    Stretch around(long at, int before, int after) throws IOException, LogFilter.Unusable {
        long size = file.size();
        long place = Math.min(at, size);
        long from = place;
        List<LogLine> lines = new ArrayList<>();
        while (from > 0 && lines.size() < before && place - from < MOST_BYTES) {
            long start = Backlog.start(file::read, from, before);
            List<LogLine> earlier = lines(start, from);
            earlier.addAll(lines);
            lines = earlier;
            from = start;
        }
        if (lines.size() > before) {
            lines = lines.subList(lines.size() - before, lines.size());
            from = lines.getFirst().offset();
        }
        long to = place;
        List<LogLine> later = new ArrayList<>();
        while (to < size && later.size() < after && to - place < MOST_BYTES) {
            long end = endOfLine(Math.min(size, to + BLOCK), to, size);
            if (end == to) {
                break;
            }
            later.addAll(lines(to, end));
            to = end;
        }
        if (later.size() > after) {
            to = later.get(after).offset();
            later = later.subList(0, after);
        }
        List<LogLine> all = new ArrayList<>(lines);
        all.addAll(later);
        return new Stretch(source, from, to, size, all);
    }

    /**
     * Behind the last line feed before {@code limit}; of a longer line, behind its own, or where
     * that is not near in the middle of it.
     */
    private long endOfLine(long limit, long from, long size) throws IOException {
        if (limit == size) {
            return size;
        }
        long start = Backlog.start(file::read, limit, 0);
        if (start > from) {
            return start;
        }
        long at = limit;
        while (at < size && at - from < MOST_BYTES) {
            int count = file.read(ByteBuffer.wrap(block), at);
            if (count <= 0) {
                break;
            }
            for (int i = 0; i < count; i++) {
                if (block[i] == '\n') {
                    return at + i + 1;
                }
            }
            at += count;
        }
        return Math.min(at, size);
    }

    private List<LogLine> lines(long from, long to) throws IOException, LogFilter.Unusable {
        Kept kept = new Kept();
        Outbox outbox = new Outbox(kept);
        SourceLines assembled = new SourceLines(source, outbox, from, false, file.changed(), zone);
        long at = from;
        while (at < to) {
            int wanted = (int) Math.min(block.length, to - at);
            int count = file.read(ByteBuffer.wrap(block, 0, wanted), at);
            if (count <= 0) {
                break;
            }
            assembled.add(block, count);
            at += count;
        }
        assembled.release();
        outbox.send();
        List<LogLine> shown = new ArrayList<>();
        for (LogLine line : kept.lines) {
            if (filters.none() || filters.lets(line)) {
                shown.add(line);
            }
        }
        return shown;
    }

    private static final class Kept implements LogFollower.Listener {
        private final List<LogLine> lines = new ArrayList<>();

        @Override
        public void lines(List<LogLine> batch) {
            lines.addAll(batch);
        }

        @Override
        public void source(LogSource news) {
            throw new IllegalStateException("a file that is only read has no news");
        }
    }
}
