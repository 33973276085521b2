package dev.warroom.logs;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One file on another host, whatever its name is by now, and how far it has been read. Nothing
 * counts as read before all of it has come, so a connection may break anywhere.
 */
final class RemoteFile implements Copies.Followed {

    /** How reading has gone. */
    enum Read {
        /** There is no more. */
        ALL,
        MORE,
        /** It is not there, or has just become shorter. */
        GONE,
        /** Something else stands where it was read. */
        REWRITTEN
    }

    /** Of a file's beginning, which many questions are about. */
    private static final int HEAD = 256;

    /**
     * After a change that a host tells by its second only, another one within that second looks the
     * same; no more once so much time has gone by.
     */
    private static final Duration SURE = Duration.ofSeconds(2);

    private final String key;
    private final String source;
    private String changed;
    private long changedAt = System.nanoTime();
    private final SourceLines lines;
    private final Copies copies;
    private String path;

    /** As it was called when what stands in it began to be read: a copy has a name like that. */
    private String original;

    private long offset;
    private Fingerprint print = new Fingerprint();
    private boolean fresh = true;
    private boolean gone;
    private boolean saidGone;
    private long freshSize = -1;
    private long grewAt = System.nanoTime();

    RemoteFile(
            RemoteWire.Found found,
            String source,
            Copies copies,
            Outbox outbox,
            Instant now,
            ZoneId zone) {
        this.key = found.key();
        this.path = found.path();
        this.changed = found.changed();
        this.original = path;
        this.source = source;
        this.copies = copies;
        this.lines = new SourceLines(source, outbox, 0, false, now, zone);
    }

    @Override
    public String key() {
        return key;
    }

    String source() {
        return source;
    }

    @Override
    public Path path() {
        return Path.of(original);
    }

    /** As the host names it. */
    String name() {
        return path;
    }

    void name(String next) {
        path = next;
        if (offset == 0) {
            original = path;
        }
    }

    /** How many of its bytes were read. */
    long offset() {
        return offset;
    }

    /**
     * Whether something may have been done to it since it was read: what it holds may then be
     * something else, though it is as long as it was.
     */
    boolean changed(RemoteWire.Found found) {
        return !found.changed().equals(changed)
                || found.wholeSeconds() && System.nanoTime() - changedAt < SURE.toNanos();
    }

    /** Whether {@code found} was written to after this file was looked at last. */
    boolean before(RemoteWire.Found found) {
        return new BigDecimal(found.written()).compareTo(new BigDecimal(changed)) > 0;
    }

    /** It has been read since it was {@code found}. */
    void seen(RemoteWire.Found found) {
        if (!found.changed().equals(changed)) {
            changed = found.changed();
            changedAt = System.nanoTime();
        }
    }

    @Override
    public OpenLog.Place place() {
        return new OpenLog.Place(offset, print);
    }

    /** Begins with the last {@code count} lines of what stands in it now, near its end. */
    void beginAtEnd(RemoteWire wire, long size, int count, byte[] buffer) throws IOException {
        int most = (int) Math.min(size, buffer.length);
        int got = wire.get(key, path, size - most, buffer, most).orElse(0);
        int start = got;
        int ends = 0;
        while (start > 0 && ends <= count) {
            start--;
            ends += buffer[start] == '\n' ? 1 : 0;
        }
        boolean whole = start == 0 && got == size && ends <= count;
        goTo(size - most + (whole ? 0 : start + 1), bytes(wire));
    }

    /** Reads it from its beginning: what was read of it is not there any more. */
    void restart() {
        copies.left(path(), place());
        lines.restart(0);
        original = path;
        offset = 0;
        print = new Fingerprint();
        fresh = true;
        freshSize = -1;
    }

    /**
     * Finds out whether it is a copy of what was read already, and goes behind that if so.
     *
     * @param size of the file when it was looked at
     * @param patience how long it may stay as it is before it counts as whole
     */
    OpenLog.Beginning settle(RemoteWire wire, long size, Duration patience) throws IOException {
        if (!fresh) {
            return OpenLog.Beginning.KNOWN;
        }
        if (size != freshSize) {
            freshSize = size;
            grewAt = System.nanoTime();
        }
        Path here = Path.of(path);
        Positioned bytes = bytes(wire);
        OptionalLong rest = copies.rest(here, bytes, size);
        if (rest.isPresent()) {
            goTo(rest.getAsLong(), bytes);
            return OpenLog.Beginning.COPY;
        }
        if (size == 0 || copies.likely(here, bytes) && !silentFor(patience)) {
            return OpenLog.Beginning.WAITING;
        }
        if (copies.whole(here, bytes, size)) {
            goTo(size, bytes);
            return OpenLog.Beginning.COPY;
        }
        fresh = false;
        return OpenLog.Beginning.KNOWN;
    }

    private void goTo(long place, Positioned bytes) throws IOException {
        // Before anything is changed: the connection may break.
        print = Fingerprint.of(bytes, place);
        fresh = false;
        offset = place;
        lines.begin(place, print.endsWithinLine());
    }

    /** Its bytes, those of its beginning asked for once. */
    private Positioned bytes(RemoteWire wire) throws IOException {
        byte[] head = new byte[HEAD];
        int known = wire.get(key, path, 0, head, HEAD).orElse(0);
        return (into, at) -> {
            if (at + into.remaining() <= HEAD) {
                int count = Math.max(0, Math.min(into.remaining(), known - (int) at));
                into.put(head, (int) at, count);
                return count;
            }
            byte[] asked = new byte[into.remaining()];
            int count = wire.get(key, path, at, asked, asked.length).orElse(0);
            into.put(asked, 0, count);
            return count;
        };
    }

    /**
     * Reads what has been added, a part of it where it is much; nothing before it is settled where
     * that begins.
     *
     * @param size of the file when it was looked at
     */
    Read read(RemoteWire wire, long size, byte[] buffer) throws IOException {
        if (fresh) {
            return Read.ALL;
        }
        if (size - offset > OpenLog.MOST_BEHIND) {
            long start = size - buffer.length;
            lines.remark((start - offset) + " bytes left out: too far behind");
            goTo(start, bytes(wire));
        }
        byte[] last = print.last();
        OptionalInt got = wire.get(key, path, offset - last.length, buffer, buffer.length);
        if (got.isEmpty()) {
            return Read.GONE;
        }
        int count = got.getAsInt();
        if (count < last.length || !Arrays.equals(last, 0, last.length, buffer, 0, last.length)) {
            return Read.REWRITTEN;
        }
        int added = count - last.length;
        if (added > 0) {
            back();
            saidGone = false;
            byte[] bytes = Arrays.copyOfRange(buffer, last.length, count);
            print.add(bytes, added);
            lines.add(bytes, added);
            offset += added;
            grewAt = System.nanoTime();
        }
        return count == buffer.length ? Read.MORE : Read.ALL;
    }

    /** It is not there now: what was read of it may come in a copy that was made before. */
    void leave() {
        copies.left(path(), place());
        gone = true;
    }

    /** It is there after all, so that what comes in it is no copy's to tell. */
    void back() {
        if (gone) {
            copies.resumed(place());
            gone = false;
        }
    }

    /** Says between its lines that what a compressed file holds of them was not read. */
    void sayCompressed(String file) {
        lines.remark(file + " is compressed: what was not read of it is missing here");
    }

    /**
     * Says between its lines that its end cannot be read any more: once, though it is met under
     * another name that it had before it was deleted.
     */
    void sayGone() {
        if (!saidGone) {
            lines.remark("rotated and not there any more: what came last in it is missing");
            saidGone = true;
        }
    }

    /** Shows a line without an end once nothing has come for {@code quiet}. */
    void releaseAfter(Duration quiet) {
        if (lines.holding() && silentFor(quiet)) {
            lines.release();
        }
    }

    boolean silentFor(Duration quiet) {
        return System.nanoTime() - grewAt >= quiet.toNanos();
    }
}
