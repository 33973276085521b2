package dev.warroom.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalLong;

/** One file that is open, whatever its name is by now, and how far it has been read. */
final class OpenLog implements Copies.Followed {

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

    /** Where a file's first unread line stands, once that is known. */
    enum Beginning {
        KNOWN,
        /** It may be a copy that is still being made. */
        WAITING,
        /** It is a copy of what was read; it goes on behind that. */
        COPY
    }

    private final FileChannel channel;
    private final Path path;
    private final Object key;
    private final Copies copies;
    private final SourceLines lines;
    private Fingerprint print;
    private long offset;
    private long grewAt;
    private boolean fresh;
    private long freshSize;

    /**
     * @param path where it stands now
     * @param offset where reading goes on
     * @param fresh whether it has just been found or emptied, so that it may be a copy
     * @param zone of times that name none
     */
    OpenLog(
            FileChannel channel,
            Path path,
            Seen seen,
            long offset,
            boolean fresh,
            Copies copies,
            String source,
            ZoneId zone,
            Outbox outbox)
            throws IOException {
        this.channel = channel;
        this.path = path;
        this.key = seen.key();
        this.copies = copies;
        this.print = Fingerprint.of(channel::read, offset);
        this.lines =
                new SourceLines(
                        source,
                        outbox,
                        offset,
                        print.endsWithinLine(),
                        Instant.ofEpochMilli(seen.modified()),
                        zone);
        this.offset = offset;
        this.grewAt = System.nanoTime();
        this.fresh = fresh;
    }

    /** Where it stood when it was opened. */
    @Override
    public Path path() {
        return path;
    }

    /** The file's device and inode. */
    @Override
    public Object key() {
        return key;
    }

    /** What to know to go on later. */
    @Override
    public Place place() {
        return new Place(offset, print);
    }

    /** Where the reading of a file that is closed by now has stopped. */
    record Place(long offset, Fingerprint print) {

        /** Whether {@code file}, of {@code size} bytes, is the same one, perhaps longer. */
        boolean within(Positioned file, long size) throws IOException {
            return size >= offset && print.matches(file, offset);
        }

        /** Whether {@code file}, of {@code size} bytes, holds no more than what was read. */
        boolean covers(Positioned file, long size) throws IOException {
            return print.telling() && print.heads(file) && size <= offset;
        }
    }

    /** Whether what has been read still stands there; starts again from the beginning if not. */
    Change check() throws IOException {
        boolean shorter = channel.size() < offset;
        if (!shorter && print.matches(channel::read, offset)) {
            return Change.NONE;
        }
        copies.left(path, place());
        startAgain();
        return shorter ? Change.TRUNCATED : Change.REWRITTEN;
    }

    private void startAgain() {
        lines.restart(0);
        offset = 0;
        print = new Fingerprint();
        fresh = true;
        freshSize = 0;
        grewAt = System.nanoTime();
    }

    /**
     * Finds out whether it is a copy of what was read already, and goes behind that if so.
     *
     * @param patience how long it may stay as it is before it counts as whole
     */
    Beginning settle(Duration patience, long now) throws IOException {
        if (!fresh) {
            return Beginning.KNOWN;
        }
        long size = channel.size();
        if (size != freshSize) {
            freshSize = size;
            grewAt = now;
        }
        OptionalLong rest = copies.rest(path, channel::read, size);
        if (rest.isPresent()) {
            goTo(rest.getAsLong());
            return Beginning.COPY;
        }
        if (size == 0 || copies.likely(path, channel::read) && !silentFor(patience, now)) {
            return Beginning.WAITING;
        }
        if (copies.whole(path, channel::read, size)) {
            goTo(size);
            return Beginning.COPY;
        }
        fresh = false;
        return Beginning.KNOWN;
    }

    /** Whether it is not known yet where its first unread line stands. */
    boolean fresh() {
        return fresh;
    }

    /** Whether it has something, of which that is not known. */
    boolean waiting() {
        return fresh && freshSize > 0;
    }

    private void goTo(long place) throws IOException {
        fresh = false;
        offset = place;
        print = Fingerprint.of(channel::read, place);
        lines.begin(place, print.endsWithinLine());
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
            if (!print.heads(channel::read)) {
                // It was rewritten after the last check: the next one says so.
                return true;
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
            long start = Backlog.start(channel::read, size, Outbox.MOST_LINES);
            lines.remark((start - offset) + " bytes left out: too far behind");
            goTo(start);
        }
    }

    /** Whether it holds a line back that has no end. */
    boolean holding() {
        return lines.holding();
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
