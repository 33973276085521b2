package dev.warroom.logs;

import dev.warroom.logs.clue.Clues;
import dev.warroom.logs.clue.Needle;
import dev.warroom.text.Sanitiser;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads log files of a host anywhere in them, through a shell of its own over the connection that
 * following uses, so that neither waits for the other. Begun when it is needed, and ended when it
 * was not for a while: a host lets only so many into one connection. Used by any thread; one
 * question waits for the answer to another, and none for long.
 */
final class RemoteReading implements AutoCloseable {

    /** Brought here at once around a place that is known. */
    private static final int NEAR = 256 * 1024;

    /** Fewer characters are looked for here. */
    private static final int SHORTEST = 3;

    /** Looked through there before it is said how far it is. */
    private static final long MOST = 32L << 20;

    /** The first look is short, because the next hit may be near; each is so many times longer. */
    private static final int LONGER = 8;

    private static final Duration IDLE = Duration.ofMinutes(1);

    private final String host;
    private final RemoteShell.Way way;
    private final InstantSource clock;
    private final ReentrantLock asking = new ReentrantLock(true);
    private long asked;
    private volatile RemoteShell shell;
    private volatile RemoteWire wire;
    private volatile boolean closed;

    RemoteReading(String host, RemoteShell.Way way, InstantSource clock) {
        this.host = host;
        this.way = way;
        this.clock = clock;
    }

    /** The file at {@code path} of the host. */
    LogFile file(String path, ZoneId zone) {
        return new Named(path, zone);
    }

    /** Gives a connection up on which no answer comes, or nothing is asked. */
    void check() {
        RemoteWire open = wire;
        if (open != null && open.silentNanos() > RemoteHost.PATIENCE.toNanos()) {
            open.close();
        }
        if (asking.tryLock()) {
            try {
                if (wire != null && System.nanoTime() - asked > IDLE.toNanos()) {
                    drop();
                }
            } finally {
                asking.unlock();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        RemoteShell open = shell;
        if (open != null) {
            open.close();
        }
    }

    /** A question to the shell there. */
    @FunctionalInterface
    private interface Asking<T> {
        T ask(RemoteWire wire) throws IOException;
    }

    private <T> T ask(Asking<T> question) throws IOException {
        asking.lock();
        try {
            return answer(question);
        } finally {
            asked = System.nanoTime();
            asking.unlock();
        }
    }

    /** A connection that has broken since it was used last is made again, once. */
    private <T> T answer(Asking<T> question) throws IOException {
        if (wire != null) {
            try {
                return question.ask(wire);
            } catch (IOException e) {
                drop();
            }
        }
        if (closed) {
            throw new IOException("it is not read any more");
        }
        shell = way.to(host);
        try {
            wire = new RemoteWire(shell);
            return question.ask(wire);
        } catch (IOException e) {
            String words = lastWords();
            drop();
            String why = words.isBlank() ? "it answers no more" : words;
            throw new IOException("no connection to " + host + ": " + Sanitiser.line(why), e);
        }
    }

    private String lastWords() {
        try {
            return shell.lastWords();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private void drop() {
        wire = null;
        shell.close();
    }

    private final class Named implements LogFile {
        private final String path;
        private final ZoneId zone;

        Named(String path, ZoneId zone) {
            this.path = path;
            this.zone = zone;
        }

        @Override
        public ZoneId zone() {
            return zone;
        }

        @Override
        public String host() {
            return host;
        }

        @Override
        public List<LogFile> older() throws IOException {
            return ask(it -> it.look(List.of(path, path + "*"))).stream()
                    .filter(it -> it.path().startsWith(path) && !it.path().equals(path))
                    .filter(RemoteWire.Found::readable)
                    .filter(it -> !Glob.compressed(it.path()))
                    .sorted(Comparator.comparing(RemoteWire.Found::changed).reversed())
                    .map(it -> file(it.path(), zone))
                    .toList();
        }

        @Override
        public LogBytes open() throws IOException {
            RemoteWire.Found found =
                    ask(it -> it.look(List.of(path))).stream()
                            .filter(it -> it.path().equals(path))
                            .findFirst()
                            .orElseThrow(() -> new NoSuchFileException(path));
            if (!found.readable()) {
                throw new IOException("permission denied");
            }
            return new Opened(found);
        }
    }

    private final class Opened implements LogBytes {
        private final RemoteWire.Found file;

        Opened(RemoteWire.Found file) {
            this.file = file;
        }

        @Override
        public long size() {
            return file.size();
        }

        /** No host tells in one way; its times without a year are of the last twelve months. */
        @Override
        public Instant changed() {
            return clock.instant();
        }

        @Override
        public int read(ByteBuffer into, long at) throws IOException {
            byte[] bytes = new byte[Math.min(into.remaining(), BLOCK)];
            int most = (int) Math.min(bytes.length, file.size() - at);
            if (most <= 0) {
                return -1;
            }
            OptionalInt count = ask(it -> it.get(file.key(), file.path(), at, bytes, most));
            into.put(bytes, 0, count.orElseThrow(this::gone));
            return count.getAsInt();
        }

        private IOException gone() {
            return new IOException("it was emptied or rotated away meanwhile");
        }

        @Override
        public int block() {
            return NEAR;
        }

        /** Words are looked for there; an automaton is not. */
        @Override
        public Optional<Ahead> ahead(Clues clues) {
            return clues.needles().stream()
                    .max(Comparator.comparingInt(Needle::length))
                    .filter(it -> it.length() >= SHORTEST)
                    .map(it -> new There(this, it));
        }

        @Override
        public void close() {
            // Nothing is open there between two questions.
        }
    }

    /** Characters are looked for on the host. */
    private final class There implements Ahead {
        private final Opened opened;
        private final Needle needle;

        There(Opened opened, Needle needle) {
            this.opened = opened;
            this.needle = needle;
        }

        @Override
        public long last(long end, LineSearch.Progress progress) throws IOException {
            long to = end;
            for (long span = NEAR; to > 0; span = Math.min(MOST, span * LONGER)) {
                long from = Math.max(0, to - span);
                OptionalLong hit = seek(from, to, true);
                if (hit.isPresent()) {
                    return hit.getAsLong();
                }
                if (from == 0 || !progress.went(end - from)) {
                    break;
                }
                // It may stand on both sides of where this look began.
                to = from + needle.length() - 1;
            }
            return -1;
        }

        @Override
        public long first(long from, LineSearch.Progress progress) throws IOException {
            long size = opened.size();
            long at = from;
            for (long span = NEAR; at < size; span = Math.min(MOST, span * LONGER)) {
                long to = Math.min(size, at + span);
                OptionalLong hit = seek(at, to, false);
                if (hit.isPresent()) {
                    return hit.getAsLong();
                }
                if (to == size || !progress.went(to - from)) {
                    break;
                }
                at = to - needle.length() + 1;
            }
            return -1;
        }

        private OptionalLong seek(long from, long to, boolean last) throws IOException {
            RemoteWire.Sought sought = ask(it -> it.seek(opened.file, needle, from, to, last));
            return switch (sought.answer()) {
                case GONE -> throw opened.gone();
                case NONE -> OptionalLong.empty();
                case THERE -> OptionalLong.of(sought.at());
                // Looked for here then, in what is brought.
                case UNABLE -> OptionalLong.of(last ? to - 1 : from);
            };
        }
    }
}
