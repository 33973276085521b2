package dev.warroom.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.time.Instant;

/** One file that is open, whatever its name is by now, and how far it has been read. */
final class OpenLog {

    /** What has happened to the part of a file that had been read. */
    enum Change {
        NONE,
        /** The file is shorter than that. */
        TRUNCATED,
        /** Something else stands there. */
        REWRITTEN
    }

    private static final int BUFFER = 256 * 1024;

    /** Read of one file before the next one has its turn. */
    private static final long MOST_AT_ONCE = 16L * BUFFER;

    /** Behind by more than this, it goes on near the end. */
    static final long MOST_BEHIND = 64L << 20;

    private final FileChannel channel;
    private final Object key;
    private final SourceLines lines;
    private Fingerprint print;
    private long offset;
    private long grewAt;

    private OpenLog(
            FileChannel channel, Object key, SourceLines lines, Fingerprint print, long offset) {
        this.channel = channel;
        this.key = key;
        this.lines = lines;
        this.print = print;
        this.offset = offset;
        this.grewAt = System.nanoTime();
    }

    /** Goes on from {@code offset} in {@code channel}. */
    static OpenLog at(FileChannel channel, Seen seen, long offset, String source, Outbox outbox)
            throws IOException {
        Fingerprint print = Fingerprint.of(channel, offset);
        SourceLines lines =
                new SourceLines(
                        source,
                        outbox,
                        offset,
                        print.endsWithinLine(),
                        Instant.ofEpochMilli(seen.modified()));
        return new OpenLog(channel, seen.key(), lines, print, offset);
    }

    /** The file's device and inode. */
    Object key() {
        return key;
    }

    /** What to know to go on later. */
    Place place() {
        return new Place(offset, print);
    }

    /** Where the reading of a file that is closed by now has stopped. */
    record Place(long offset, Fingerprint print) {

        /** Whether {@code file}, of {@code size} bytes, is the same one, perhaps longer. */
        boolean within(FileChannel file, long size) throws IOException {
            return size >= offset && print.matches(file, offset);
        }
    }

    /** Whether what has been read still stands there; starts again from the beginning if not. */
    Change check() throws IOException {
        boolean shorter = channel.size() < offset;
        if (!shorter && print.matches(channel, offset)) {
            return Change.NONE;
        }
        lines.restart(0);
        offset = 0;
        print = new Fingerprint();
        return shorter ? Change.TRUNCATED : Change.REWRITTEN;
    }

    /** Whether there is exactly as much of it as has been read. */
    boolean finished() throws IOException {
        return channel.size() == offset;
    }

    /**
     * Reads what has been added.
     *
     * @param now nanoseconds, as {@link System#nanoTime} counts them
     * @return whether there is more to read at once
     */
    boolean read(byte[] buffer, long now) throws IOException {
        catchUp();
        long stop = offset + MOST_AT_ONCE;
        while (offset < stop) {
            int count = channel.read(ByteBuffer.wrap(buffer), offset);
            if (count <= 0) {
                return false;
            }
            grewAt = now;
            offset += count;
            print.add(buffer, count);
            lines.add(buffer, count);
        }
        return true;
    }

    private void catchUp() throws IOException {
        long size = channel.size();
        if (size - offset > MOST_BEHIND) {
            long start = Backlog.start(channel, size, Outbox.MOST_LINES);
            lines.remark((start - offset) + " bytes left out: too far behind");
            lines.restart(start);
            offset = start;
            print = Fingerprint.of(channel, start);
        }
    }

    /** Shows a line without an end once nothing has come for {@code quiet}. */
    void releaseAfter(Duration quiet, long now) {
        if (lines.holding() && silentFor(quiet, now)) {
            lines.release();
        }
    }

    boolean silentFor(Duration quiet, long now) {
        return now - grewAt >= quiet.toNanos();
    }

    /** Shows what is held back and closes the file. */
    void close() throws IOException {
        lines.release();
        channel.close();
    }

    static byte[] buffer() {
        return new byte[BUFFER];
    }
}
