package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * An incident's journal, open for writing. Several war rooms of one machine may have it open: each
 * line is written under a lock, behind whatever the others have written, and {@link #news} answers
 * what that was. Its methods may be called from any thread.
 */
public final class Journal implements JournalSource {

    /** How the file below is opened; tests open one that fails. */
    @FunctionalInterface
    interface Opener {
        JournalFile open(Path file) throws IOException;
    }

    private final String id;
    private final Path path;
    private final JournalLock lock;
    private final JournalFile file;
    private final List<Fact> facts;
    private final Optional<Path> tornTail;
    private final LineCodec codec = new LineCodec();

    /** What others wrote and nobody has asked for yet. */
    private final List<Fact> unread = new ArrayList<>();

    private JournalReader.End end;

    /** The line whose writing failed and that could not be taken away again. */
    private Optional<byte[]> failed = Optional.empty();

    private Journal(
            String id,
            Path path,
            JournalLock lock,
            JournalFile file,
            List<Fact> facts,
            JournalReader.End end,
            Optional<Path> tornTail) {
        this.id = id;
        this.path = path;
        this.lock = lock;
        this.file = file;
        this.facts = List.copyOf(facts);
        this.tornTail = tornTail;
        this.end = end;
    }

    /**
     * A new journal with the next free number after {@code prefix}.
     *
     * @param state made where it is missing
     * @param prefix {@code INC} for an incident, {@code RUN} for a checklist
     * @throws JournalException if the folder cannot be written to
     */
    public static Journal create(Path state, String prefix) {
        return open(state, StateFolder.at(state).made().claim(prefix));
    }

    /**
     * The journal of {@code id}, replayed and ready to be written on.
     *
     * @throws JournalException if there is none, if it is damaged, or if it is being written for
     *     too long
     */
    public static Journal open(Path state, String id) {
        return open(state, id, JournalFile.OnDisk::new);
    }

    static Journal open(Path state, String id, Opener opener) {
        StateFolder folder = StateFolder.at(state);
        Path path = folder.file(id);
        if (!Files.isRegularFile(path)) {
            throw new JournalException(
                    "There is no incident " + id + ": " + path + " does not exist.");
        }
        List<Fact> facts = new ArrayList<>();
        // Most of it is read before anybody is kept waiting for the rest.
        JournalReader.End read = JournalReader.scan(path, (fact, line) -> facts.add(fact));
        JournalLock lock = new JournalLock(folder.beside(id, ".lock"), id);
        try (JournalLock.Held held = lock.hold()) {
            if (read.damage().isEmpty()) {
                read = JournalReader.scan(path, read, (fact, line) -> facts.add(fact));
            }
            if (read.damage().isPresent()) {
                throw new JournalException(id + " cannot be written on. " + read.damage().get());
            }
            Optional<Path> torn = Optional.empty();
            if (read.tornBytes() > 0) {
                torn = Optional.of(TornTail.setAside(path, id, read.bytes()));
            }
            JournalFile file = opener.open(path);
            try {
                if (torn.isPresent()) {
                    file.truncate(read.bytes());
                }
                return new Journal(id, path, lock, file, facts, read, torn);
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            lock.close();
            throw new JournalException(
                    "Cannot open the journal " + path + ": " + Reasons.of(e) + ".", e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public String id() {
        return id;
    }

    /** The file. */
    public Path path() {
        return path;
    }

    @Override
    public List<Fact> facts() {
        return facts;
    }

    @Override
    public Optional<Path> tornTail() {
        return tornTail;
    }

    @Override
    public synchronized List<Fact> news() {
        try {
            if (file.size() != end.bytes()) {
                try (JournalLock.Held held = lock.hold()) {
                    catchUp();
                }
            }
        } catch (IOException e) {
            throw new JournalException(
                    "Cannot read the journal " + path + ": " + Reasons.of(e) + ".", e);
        }
        List<Fact> news = List.copyOf(unread);
        unread.clear();
        return news;
    }

    /**
     * Keeps an event. When this returns, it is on the disk; when it throws, it is not in the
     * journal, and a later call may succeed.
     *
     * @return the fact as it is stored: texts beyond 1 MiB are cut, with a mark
     * @throws JournalException if it cannot be written
     */
    public Fact append(Instant at, String who, String host, IncidentEvent event) {
        return append(at, who, host, event, () -> true).orElseThrow();
    }

    /**
     * Keeps an event, if it still makes sense behind all that is there.
     *
     * @param still asked while nobody else can write; {@link #news} answers all that is there
     * @return empty where it does not, and nothing was written
     */
    public synchronized Optional<Fact> append(
            Instant at, String who, String host, IncidentEvent event, BooleanSupplier still) {
        try (JournalLock.Held held = lock.hold()) {
            byte[] line;
            LineCodec.Line stored;
            try {
                catchUp();
                if (!still.getAsBoolean()) {
                    return Optional.empty();
                }
                line = codec.encode(end.lines() + 1, at, who, host, event, end.hash());
                stored = codec.decode(line, line.length - 1, end.lines() + 1, end.hash());
                failed = Optional.of(line);
                file.write(ByteBuffer.wrap(line), end.bytes());
                failed = Optional.empty();
            } catch (LineDamage e) {
                throw new IllegalStateException("a journal reads what it writes", e);
            } catch (IOException e) {
                throw notWritten(e);
            }
            end = end.plus(line.length, stored.hash());
            return Optional.of(stored.fact());
        }
    }

    private JournalException notWritten(IOException why) {
        JournalException failure =
                new JournalException(
                        "Not recorded: "
                                + path
                                + " cannot be written: "
                                + Reasons.of(why)
                                + ". It is tried again with the next event.",
                        why);
        try {
            removeRemains();
        } catch (IOException again) {
            failure.addSuppressed(again);
        }
        return failure;
    }

    /** Reads what others have written; only while the lock is held. */
    private void catchUp() throws IOException {
        removeRemains();
        long size = file.size();
        if (size < end.bytes()) {
            throw new IOException(
                    "it has "
                            + size
                            + " bytes and had "
                            + end.bytes()
                            + ", so something else has cut it");
        }
        if (size == end.bytes()) {
            return;
        }
        JournalReader.End read = JournalReader.scan(path, end, (fact, line) -> unread.add(fact));
        if (read.damage().isPresent()) {
            throw new IOException(read.damage().get().toString());
        }
        end = read;
        if (read.tornBytes() > 0) {
            // Whoever wrote that is gone, or it would hold the lock.
            TornTail.setAside(path, id, read.bytes());
            file.truncate(read.bytes());
        }
    }

    /** What a failed write left behind goes, unless somebody else has built on it since. */
    private void removeRemains() throws IOException {
        if (failed.isEmpty()) {
            return;
        }
        byte[] line = failed.get();
        long left = file.size() - end.bytes();
        if (left > 0 && left <= line.length && startsWith(line, left)) {
            file.truncate(end.bytes());
        }
        failed = Optional.empty();
    }

    private boolean startsWith(byte[] line, long length) throws IOException {
        byte[] there = new byte[(int) length];
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer into = ByteBuffer.wrap(there);
            while (into.hasRemaining() && channel.read(into, end.bytes() + into.position()) > 0) {}
        }
        return Arrays.equals(there, Arrays.copyOf(line, (int) length));
    }

    @Override
    public synchronized void close() {
        file.close();
        lock.close();
    }
}
