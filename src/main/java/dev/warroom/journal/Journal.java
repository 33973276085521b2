package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.Origin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * An incident's journal, open for writing. Several war rooms of one machine may have it open: each
 * line is written under a lock, behind whatever the others have written, and {@link #news} answers
 * what that was. Its methods may be called from any thread.
 */
public final class Journal implements WritableJournal {

    /** How the file below is opened; tests open one that fails. */
    @FunctionalInterface
    interface Opener {
        JournalFile open(Path file) throws IOException;
    }

    private final String id;
    private final Path path;
    private final JournalLock lock;
    private final LineWriter writer;
    private final Incident incident;
    private final Optional<Path> tornTail;
    private final Optional<String> mark;
    private final LineCodec codec = new LineCodec();

    /** What others wrote and nobody has asked for yet. */
    private final List<Fact> unread = new ArrayList<>();

    private JournalReader.End end;

    private Journal(
            String id,
            Path path,
            JournalLock lock,
            LineWriter writer,
            Incident incident,
            JournalReader.End end,
            Optional<Path> tornTail,
            Optional<String> mark) {
        this.mark = mark;
        this.id = id;
        this.path = path;
        this.lock = lock;
        this.writer = writer;
        this.incident = incident;
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
        return open(folder.file(id), folder.beside(id, ".lock"), id, Optional.empty(), opener);
    }

    /**
     * @param locked the file that the lock is on
     * @param mark of the state folder, where each line says that it was written there
     */
    static Journal open(Path path, Path locked, String id, Optional<String> mark, Opener opener) {
        if (!Files.isRegularFile(path)) {
            throw new JournalException(
                    "There is no incident " + id + ": " + path + " does not exist.");
        }
        KeptFacts.Replayed kept = new KeptFacts.Replayed(id);
        // Most of it is read before anybody is kept waiting for the rest.
        JournalReader.End read = JournalReader.scan(path, kept);
        JournalLock lock = new JournalLock(locked, id);
        try (JournalLock.Held held = lock.hold()) {
            if (read.damage().isEmpty()) {
                read = JournalReader.scan(path, read, kept);
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
                LineWriter writer = new LineWriter(path, file);
                return new Journal(id, path, lock, writer, kept.incident(), read, torn, mark);
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
    public Incident incident() {
        return incident;
    }

    @Override
    public Optional<Path> tornTail() {
        return tornTail;
    }

    @Override
    public synchronized List<Fact> news() {
        try {
            if (writer.size() != end.bytes()) {
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

    @Override
    public Optional<Fact> append(
            Instant at, String who, String host, IncidentEvent event, BooleanSupplier still) {
        return append(at, who, host, event, still, true);
    }

    /**
     * As {@link #append}, for what can be found out again: it outlives this program when this
     * returns, and the machine after the next line or {@link #settle}.
     */
    public Optional<Fact> appendUnforced(
            Instant at, String who, String host, IncidentEvent event, BooleanSupplier still) {
        return append(at, who, host, event, still, false);
    }

    /**
     * Returns when all that was written here is on the disk.
     *
     * @throws JournalException where that is not sure; it is tried again with the next line
     */
    public synchronized void settle() {
        try {
            writer.settle();
        } catch (IOException e) {
            throw new JournalException(
                    "The last lines of "
                            + path
                            + " may not be on the disk: "
                            + Reasons.of(e)
                            + ". It is tried again.",
                    e);
        }
    }

    private synchronized Optional<Fact> append(
            Instant at,
            String who,
            String host,
            IncidentEvent event,
            BooleanSupplier still,
            boolean forced) {
        try (JournalLock.Held held = lock.hold()) {
            byte[] line;
            LineCodec.Line stored;
            try {
                catchUp();
                if (!still.getAsBoolean()) {
                    return Optional.empty();
                }
                long number = end.lines() + 1;
                Fact fact = new Fact(number, at, who, host, event, origin(number));
                line = codec.encode(fact, end.hash());
                stored = codec.reread(line, number, end.hash());
                writer.write(line, end.bytes(), forced);
            } catch (LineDamage e) {
                throw new IllegalStateException("a journal reads what it writes", e);
            } catch (IOException e) {
                throw notWritten(e);
            }
            end = end.plus(line.length, stored.hash());
            return Optional.of(stored.fact());
        }
    }

    private Origin origin(long number) {
        return mark.map(it -> new Origin(it, number, Duration.ZERO)).orElse(Origin.HERE);
    }

    /**
     * Keeps lines that were chained elsewhere, those of them that follow what is here; all are on
     * the disk together, and among the news.
     *
     * @param lines without their ends
     * @return what became of each
     * @throws JournalException if they cannot be written
     */
    synchronized List<Taken> take(List<byte[]> lines, Admission admission) {
        try (JournalLock.Held held = lock.hold()) {
            try {
                catchUp();
                TakenLines arrived = new TakenLines(codec, admission, end);
                lines.forEach(arrived::add);
                if (!arrived.facts().isEmpty()) {
                    writer.write(arrived.bytes(), end.bytes(), true);
                    end = arrived.end();
                    unread.addAll(arrived.facts());
                }
                return arrived.taken();
            } catch (IOException e) {
                throw notWritten(e);
            }
        }
    }

    /** How far it goes. */
    synchronized JournalReader.End end() {
        return end;
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
            writer.removeRemains(end.bytes());
        } catch (IOException again) {
            failure.addSuppressed(again);
        }
        return failure;
    }

    /** Reads what others have written; only while the lock is held. */
    private void catchUp() throws IOException {
        writer.removeRemains(end.bytes());
        long size = writer.size();
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
            writer.cut(read.bytes());
        }
    }

    @Override
    public synchronized void close() {
        try {
            settle();
        } catch (JournalException e) {
            // It is written, and whoever opens it next reads it, unless the machine fails before.
        } finally {
            writer.close();
            lock.close();
        }
    }
}
