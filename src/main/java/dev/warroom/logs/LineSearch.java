package dev.warroom.logs;

import dev.warroom.logs.clue.Clue;
import dev.warroom.logs.clue.Clues;
import dev.warroom.logs.line.Bytes;
import dev.warroom.logs.line.LineReader;
import dev.warroom.room.LogFilter;
import dev.warroom.room.LogFilters;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSought;
import dev.warroom.text.Sanitiser;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Looks through a whole log file for one line, in blocks, forwards or backwards. Where among the
 * bytes it may be is looked for first.
 */
final class LineSearch {

    /** Read at once to find where a line ends. */
    private static final int LOOK = 16 * 1024;

    private final LogBytes file;
    private final String source;
    private final LogSought sought;
    private final LogFilters filters;
    private final LineReader reader;
    private final Progress progress;
    private final Clues clues;

    /** What tells where they lead without reading all of it. */
    private final Optional<Ahead> ahead;

    private final byte[] b = new byte[LogBytes.BLOCK];

    /** Read at once; more with each look in vain. */
    private int block;

    private final long size;

    /** Told now and then how far it is. */
    @FunctionalInterface
    interface Progress {

        /**
         * @param done bytes looked through
         * @return false to give up
         */
        boolean went(long done);
    }

    /**
     * @param source what the file is called
     * @param filters what is found must pass them
     * @param zone of times that name none
     */
    LineSearch(
            LogBytes file,
            String source,
            LogSought sought,
            LogFilters filters,
            ZoneId zone,
            Progress progress)
            throws IOException {
        this.file = file;
        this.source = source;
        this.sought = sought;
        this.filters = filters;
        this.progress = progress;
        this.reader = new LineReader(zone, file.changed());
        this.size = file.size();
        this.clues =
                sought instanceof LogSought.Words(LogFilter filter)
                        ? Clues.ofShownLines(filter.words(), filter.anyCase())
                        : Clues.NONE;
        this.ahead = file.ahead(clues);
        boolean everything = ahead.isEmpty() && !(sought instanceof LogSought.Time);
        this.block = everything ? LogBytes.BLOCK : file.block();
    }

    /** The last line that begins before {@code offset} and is what is sought. */
    OptionalLong before(long offset) throws IOException, LogFilter.Unusable {
        if (sought instanceof LogSought.Time(long millis)) {
            return since(millis);
        }
        long end = Math.min(offset, size);
        while (end > 0) {
            if (ahead.isPresent()) {
                long passed = offset - end;
                long near = ahead.get().last(end, it -> progress.went(passed + it));
                if (near < 0) {
                    return OptionalLong.empty();
                }
                if (end - near > block) {
                    block = file.block();
                }
                end = endOfLine(near, end);
            }
            long from = Math.max(0, end - block);
            int filled = read(from, (int) (end - from));
            int start = from == 0 ? 0 : Math.min(filled, Bytes.lineFeed(b, 0, filled) + 1);
            if (start >= filled) {
                // One line fills the block: it is looked at as if it began here.
                start = 0;
            }
            OptionalLong last = OptionalLong.empty();
            for (int at = next(start, filled); at >= 0; at = next(after(at, filled), filled)) {
                last = OptionalLong.of(from + at);
            }
            if (last.isPresent() || !progress.went(offset - from)) {
                return last;
            }
            end = from + start;
            longer();
        }
        return OptionalLong.empty();
    }

    /** The first line that begins at {@code offset} or behind it and is what is sought. */
    OptionalLong after(long offset) throws IOException, LogFilter.Unusable {
        long from = offset;
        while (from < size) {
            if (ahead.isPresent()) {
                long passed = from - offset;
                long near = ahead.get().first(from, it -> progress.went(passed + it));
                if (near < 0) {
                    return OptionalLong.empty();
                }
                if (near - from > block) {
                    block = file.block();
                }
                from = near == from ? from : Math.max(from, Backlog.start(file::read, near, 0));
            }
            int filled = read(from, (int) Math.min(block, size - from));
            int end = filled;
            while (from + filled < size && end > 0 && b[end - 1] != '\n') {
                end--;
            }
            if (end == 0) {
                end = filled;
            }
            int at = next(0, end);
            if (at >= 0) {
                return OptionalLong.of(from + at);
            }
            from += end;
            if (end == 0 || !progress.went(from - offset)) {
                break;
            }
            longer();
        }
        return OptionalLong.empty();
    }

    /** By halving what is left: a log is written in the order of time. */
    private OptionalLong since(long millis) throws IOException {
        long low = 0;
        long high = size;
        while (high - low > block) {
            long middle = low + (high - low) / 2;
            int filled = read(middle, (int) Math.min(block, high - middle));
            int start = Bytes.lineFeed(b, 0, filled) + 1;
            long time = firstTime(start, filled);
            if (time == LogLine.UNTIMED || time < millis) {
                low = middle + Math.min(start, filled);
            } else {
                high = middle;
            }
        }
        int filled = read(low, (int) Math.min(block, size - low));
        for (int at = 0; at < filled; at = after(at, filled)) {
            reader.read(b, at, end(at, filled));
            if (reader.timed() && reader.millis() >= millis) {
                return OptionalLong.of(low + at);
            }
        }
        return OptionalLong.empty();
    }

    private long firstTime(int from, int filled) {
        for (int at = from; at < filled; at = after(at, filled)) {
            reader.read(b, at, end(at, filled));
            if (reader.timed()) {
                return reader.millis();
            }
        }
        return LogLine.UNTIMED;
    }

    /** The first line from {@code from} on that is what is sought; -1 where there is none. */
    private int next(int from, int filled) throws LogFilter.Unusable {
        int at = from;
        while (at < filled) {
            Optional<Clue> clue = clues.first();
            if (clue.isPresent()) {
                int found = clue.get().find(b, at, filled);
                if (found < 0) {
                    return -1;
                }
                while (found > at && b[found - 1] != '\n') {
                    found--;
                }
                at = found;
            }
            if (fits(at, end(at, filled))) {
                return at;
            }
            at = after(at, filled);
        }
        return -1;
    }

    private boolean fits(int from, int to) throws LogFilter.Unusable {
        return sought(from, to)
                && (filters.none()
                        || filters.lets(new LogLine(source, LogLevel.NONE, text(from, to))));
    }

    private String text(int from, int to) {
        int end = Math.min(to, from + LogLine.MOST_CHARACTERS);
        return Sanitiser.line(new String(b, from, end - from, StandardCharsets.UTF_8));
    }

    private boolean sought(int from, int to) throws LogFilter.Unusable {
        return switch (sought) {
            case LogSought.Words(LogFilter filter) -> filter.lets(text(from, to));
            case LogSought.Level(LogLevel least) -> {
                reader.read(b, from, to);
                yield reader.level().compareTo(least) >= 0 && !reader.continues();
            }
            case LogSought.Time time -> false;
        };
    }

    private int end(int from, int filled) {
        int end = Bytes.lineFeed(b, from, filled);
        return end > from && b[end - 1] == '\r' ? end - 1 : end;
    }

    private int after(int at, int filled) {
        return Math.min(filled, Bytes.lineFeed(b, at, filled) + 1);
    }

    private void longer() {
        block = Math.min(LogBytes.BLOCK, block * 2);
    }

    /** Behind the line that {@code at} stands in; {@code end} where that comes first. */
    private long endOfLine(long at, long end) throws IOException {
        for (long from = at; from < end - 1; ) {
            int filled = read(from, (int) Math.min(LOOK, end - from));
            int feed = Bytes.lineFeed(b, 0, filled);
            if (feed < filled) {
                return from + feed + 1;
            }
            if (filled == 0) {
                break;
            }
            from += filled;
        }
        return end;
    }

    private int read(long from, int wanted) throws IOException {
        ByteBuffer into = ByteBuffer.wrap(b, 0, wanted);
        while (into.hasRemaining()) {
            if (file.read(into, from + into.position()) < 0) {
                break;
            }
        }
        return into.position();
    }
}
