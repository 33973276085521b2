package dev.warroom.logs;

import dev.warroom.logs.event.EventReader;
import dev.warroom.logs.line.LineReader;
import dev.warroom.room.LogFilter;
import dev.warroom.room.LogFilters;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSought;
import dev.warroom.room.Size;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what one log holds of the hour before an incident, in rotated files too where its own does
 * not reach back that far. Reading that has failed goes on where it stopped. Not for use by several
 * threads.
 */
final class Baseline {

    /** Looked back at from the beginning of an incident. */
    static final Duration SPAN = Duration.ofHours(1);

    /** Read of a file's end however old it is. */
    private static final long LEAST_BYTES = 1L << 20;

    private static final int BLOCK = 256 * 1024;
    private static final int BATCH = 500;

    /**
     * A line and those that go on with it.
     *
     * @param at when, in ms since 1970; before all times where no line says when
     */
    record Event(String message, LogLevel level, long at) {}

    /** Takes what is read. */
    interface Into {

        /**
         * Where what is followed begins.
         *
         * @param size of the log's file
         * @return at most that
         */
        long end(long size);

        /** Nobody wants them any more where this is false. */
        boolean add(List<Event> events);
    }

    /** A file, and how much of it has been read. */
    private static final class Part {
        private final LogFile file;
        private long at = -1;
        private long end;

        /** Whether it holds what is older than the hour. */
        private boolean enough;

        private Part(LogFile file) {
            this.file = file;
        }
    }

    private final String source;
    private final LogFile log;
    private final Instant since;
    private final long most;
    private final List<Part> parts = new ArrayList<>();
    private int read;
    private long left;
    private long oldest = Long.MAX_VALUE;
    private boolean cut;
    private boolean wanted = true;

    /**
     * @param since when the incident began
     * @param most bytes that are read
     */
    Baseline(String source, LogFile log, Instant since, long most) {
        this.source = source;
        this.log = log;
        this.since = since;
        this.most = most;
        this.left = most;
        parts.add(new Part(log));
    }

    String source() {
        return source;
    }

    String host() {
        return log.host();
    }

    /** What of the hour is not known, because it is too much; empty where nothing is. */
    String missing() {
        if (!cut) {
            return "";
        }
        String much = "only the last " + Size.words(most - left);
        long known = since.toEpochMilli() - oldest;
        boolean timed = oldest != Long.MAX_VALUE && known > 0;
        return timed ? much + ", " + Duration.ofMillis(known).toMinutes() + " min" : much;
    }

    /**
     * Reads what has not been read.
     *
     * @throws IOException where that cannot be done now; it may be tried again
     */
    void read(Into into) throws IOException {
        while (wanted && read < parts.size()) {
            Part part = parts.get(read);
            read(part, into);
            read++;
            if (read == parts.size() && !part.enough) {
                older();
            }
        }
    }

    /** Goes on with the file that was rotated before those that were read. */
    private void older() throws IOException {
        List<LogFile> all = log.older();
        if (read <= all.size()) {
            if (left > 0) {
                parts.add(new Part(all.get(read - 1)));
            } else {
                cut = true;
            }
        }
    }

    private void read(Part part, Into into) throws IOException {
        try (LogBytes bytes = part.file.open()) {
            if (part.at < 0) {
                plan(part, bytes, into);
            }
            long begin = part.at;
            LineReader lines = new LineReader(part.file.zone(), bytes.changed());
            InputStream in = new BufferedInputStream(new Stretch(bytes, begin, part.end), BLOCK);
            List<Event> batch = new ArrayList<>();
            EventReader events = new EventReader(source, source, in, lines);
            while (wanted && events.next()) {
                if (part.file != log && events.order() >= since.toEpochMilli()) {
                    // It has been followed since: what comes here was counted when it came.
                    break;
                }
                if (batch.size() == BATCH) {
                    wanted = into.add(batch);
                    batch = new ArrayList<>();
                    part.at = begin + events.offset();
                }
                if (events.order() != LogLine.UNTIMED) {
                    oldest = Math.min(oldest, events.order());
                }
                batch.add(new Event(events.message(), events.level(), events.order()));
            }
            wanted &= into.add(batch);
            part.at = part.end;
        }
    }

    private void plan(Part part, LogBytes bytes, Into into) throws IOException {
        part.end = part.file == log ? into.end(bytes.size()) : bytes.size();
        long hour = Math.min(part.end, begin(part.file, bytes));
        long from = Math.max(0, Math.min(hour, part.end - LEAST_BYTES));
        part.enough = hour > 0;
        if (from < part.end - left) {
            from = part.end - left;
            cut |= hour < from;
            part.enough = true;
        }
        left -= part.end - from;
        part.at = from <= 0 ? 0 : Backlog.start(bytes::read, from, 0);
    }

    /** Where the hour begins in a file. */
    private long begin(LogFile file, LogBytes bytes) throws IOException {
        LogSought hour = new LogSought.Time(since.minus(SPAN).toEpochMilli());
        try {
            return new LineSearch(bytes, source, hour, LogFilters.NONE, file.zone(), done -> true)
                    .before(bytes.size())
                    .orElse(bytes.size());
        } catch (LogFilter.Unusable e) {
            throw new IllegalStateException("a time is no expression", e);
        }
    }

    /** Some bytes of a log, one after the other. */
    private static final class Stretch extends InputStream {
        private final LogBytes bytes;
        private final long end;
        private long at;

        Stretch(LogBytes bytes, long from, long end) {
            this.bytes = bytes;
            this.at = from;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int most = (int) Math.min(count, end - at);
            if (most <= 0) {
                return -1;
            }
            int got = bytes.read(ByteBuffer.wrap(into, from, most), at);
            at += Math.max(0, got);
            return got <= 0 ? -1 : got;
        }
    }
}
