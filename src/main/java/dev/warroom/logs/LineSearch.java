package dev.warroom.logs;

import dev.warroom.logs.event.Needle;
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
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;

/**
 * Looks through a whole log file for one line, in blocks, forwards or backwards. Words are looked
 * for among the bytes first, where the expression has some that are sure.
 */
final class LineSearch {

    private static final int BLOCK = 4 << 20;

    private final FileChannel file;
    private final String source;
    private final LogSought sought;
    private final LogFilters filters;
    private final LineReader reader;
    private final Progress progress;
    private final List<Needle> needles;
    private final byte[] b = new byte[BLOCK];
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
     * @param changed when the file was changed last
     */
    LineSearch(
            FileChannel file,
            String source,
            LogSought sought,
            LogFilters filters,
            Instant changed,
            Progress progress)
            throws IOException {
        this.file = file;
        this.source = source;
        this.sought = sought;
        this.filters = filters;
        this.progress = progress;
        this.reader = new LineReader(ZoneId.systemDefault(), changed);
        this.size = file.size();
        this.needles =
                sought instanceof LogSought.Words(LogFilter filter)
                        ? Needle.of(filter.words(), filter.anyCase())
                        : List.of();
    }

    /** The last line that begins before {@code offset} and is what is sought. */
    OptionalLong before(long offset) throws IOException, LogFilter.Unusable {
        if (sought instanceof LogSought.Time(long millis)) {
            return since(millis);
        }
        long end = Math.min(offset, size);
        while (end > 0) {
            long from = Math.max(0, end - BLOCK);
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
        }
        return OptionalLong.empty();
    }

    /** The first line that begins at {@code offset} or behind it and is what is sought. */
    OptionalLong after(long offset) throws IOException, LogFilter.Unusable {
        long from = offset;
        while (from < size) {
            int filled = read(from, (int) Math.min(BLOCK, size - from));
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
        }
        return OptionalLong.empty();
    }

    /** By halving what is left: a log is written in the order of time. */
    private OptionalLong since(long millis) throws IOException {
        long low = 0;
        long high = size;
        while (high - low > BLOCK) {
            long middle = low + (high - low) / 2;
            int filled = read(middle, (int) Math.min(BLOCK, high - middle));
            int start = Bytes.lineFeed(b, 0, filled) + 1;
            long time = firstTime(start, filled);
            if (time == LogLine.UNTIMED || time < millis) {
                low = middle + Math.min(start, filled);
            } else {
                high = middle;
            }
        }
        int filled = read(low, (int) Math.min(BLOCK, size - low));
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
            if (!needles.isEmpty()) {
                int found = needles.getFirst().find(b, at, filled);
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
