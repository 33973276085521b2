package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An incident's journal, open for writing. Only one war room has it open at a time; within one
 * process it must be opened once, since some systems drop a process's lock when any handle closes.
 * Its methods may be called from any thread.
 */
public final class Journal implements AutoCloseable {

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
    private long number;
    private long end;
    private String hash;
    private boolean remains;

    private Journal(
            String id,
            Path path,
            JournalLock lock,
            JournalFile file,
            List<Fact> facts,
            JournalReader.End read,
            Optional<Path> tornTail) {
        this.id = id;
        this.path = path;
        this.lock = lock;
        this.file = file;
        this.facts = List.copyOf(facts);
        this.tornTail = tornTail;
        number = read.lines();
        end = read.bytes();
        hash = read.hash();
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
     * @throws JournalException if there is none, if it is damaged, or if another war room has it
     *     open
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
        JournalLock lock = JournalLock.take(folder.beside(id, ".lock"), id, holder());
        try {
            List<Fact> facts = new ArrayList<>();
            JournalReader.End read = JournalReader.scan(path, (fact, line) -> facts.add(fact));
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

    private static String holder() {
        return "process "
                + ProcessHandle.current().pid()
                + " of "
                + System.getProperty("user.name");
    }

    /** What people call it: {@code INC-7}. */
    public String id() {
        return id;
    }

    /** The file. */
    public Path path() {
        return path;
    }

    /** The facts that were in it when it was opened, oldest first. */
    public List<Fact> facts() {
        return facts;
    }

    /** Where the remains of a line were put whose writing was cut off, by a crash say. */
    public Optional<Path> tornTail() {
        return tornTail;
    }

    /**
     * Keeps an event. When this returns, it is on the disk; when it throws, it is not in the
     * journal, and a later call may succeed.
     *
     * @return the fact as it is stored: texts beyond 1 MiB are cut, with a mark
     * @throws JournalException if it cannot be written
     */
    public synchronized Fact append(Instant at, String who, String host, IncidentEvent event) {
        byte[] line = codec.encode(number + 1, at, who, host, event, hash);
        LineCodec.Line stored;
        try {
            stored = codec.decode(line, line.length - 1, number + 1, hash);
        } catch (LineDamage e) {
            throw new IllegalStateException("a journal reads what it writes", e);
        }
        try {
            removeRemains();
            remains = true;
            file.write(ByteBuffer.wrap(line), end);
            remains = false;
        } catch (IOException e) {
            JournalException failure =
                    new JournalException(
                            "Not recorded: "
                                    + path
                                    + " cannot be written: "
                                    + Reasons.of(e)
                                    + ". It is tried again with the next event.",
                            e);
            try {
                removeRemains();
            } catch (IOException again) {
                failure.addSuppressed(again);
            }
            throw failure;
        }
        number++;
        end += line.length;
        hash = stored.hash();
        return stored.fact();
    }

    /** What a failed write left behind goes, so that the chain stays whole. */
    private void removeRemains() throws IOException {
        if (remains) {
            file.truncate(end);
            remains = false;
        } else if (file.size() != end) {
            throw new IOException(
                    "it has "
                            + file.size()
                            + " bytes and should have "
                            + end
                            + ", so something else writes to it");
        }
    }

    /** Lets another war room have it. */
    @Override
    public synchronized void close() {
        file.close();
        lock.close();
    }
}
