package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent.Declared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings journals from one machine to another. They go byte for byte, so that their chain holds
 * there as it did here; nothing that is damaged goes or comes.
 */
public final class Exchange {

    private Exchange() {}

    /**
     * What became of a journal that was brought here.
     *
     * @param id what it is called here
     * @param added facts that were not here before
     * @param facts all of them
     */
    public record Brought(String id, long added, long facts) {}

    /**
     * Makes sure that a journal can go to another machine.
     *
     * @throws JournalException if it is damaged, not finished, or empty
     */
    public static void check(Path file) {
        whole(file);
    }

    /**
     * Takes a journal in. One that goes on where the journal of this name ends here is added to it;
     * one that has nothing to do with it gets the next free number, unless its lines are signed:
     * they are for an incident of one name, and by another they would look forged.
     *
     * @param state made where it is missing
     * @param name what the journal is called where it comes from, such as {@code INC-7}; any other
     *     text where that is not known
     * @throws JournalException if it is damaged, or signed for another name, or nothing can be
     *     written
     */
    public static Brought bring(Path state, Path file, String name) {
        Read read = whole(file);
        StateFolder folder = StateFolder.at(state).made();
        String prefix = read.incident() ? "INC" : "RUN";
        boolean named = StateFolder.ID.matcher(name).matches() && name.startsWith(prefix + "-");
        if (read.signature().filter(it -> !named || !it.holds(name)).isPresent()) {
            throw new JournalException(
                    file
                            + ": its lines are signed for an incident of another name. Call the"
                            + " file as warroom export called it, such as INC-28795412.jsonl.");
        }
        try {
            if (named && Files.isRegularFile(folder.file(name))) {
                Optional<Brought> joined = joined(folder, file, name, read);
                if (joined.isPresent()) {
                    return joined.get();
                }
                if (read.signature().isPresent()) {
                    throw new JournalException(
                            "This machine has another incident "
                                    + name
                                    + ", and what is signed for that name cannot have another."
                                    + " Bring it into another folder: --state DIR.");
                }
            }
            String id = named && folder.claims(name) ? name : folder.claim(prefix);
            copy(file, folder.file(id), 0);
            Read there = whole(folder.file(id));
            return new Brought(id, there.end().lines(), there.end().lines());
        } catch (IOException e) {
            throw new JournalException(
                    "Cannot bring " + file + " into " + state + ": " + Reasons.of(e) + ".", e);
        }
    }

    /** Empty where the journal here is not its beginning, nor its continuation. */
    private static Optional<Brought> joined(StateFolder folder, Path file, String id, Read read)
            throws IOException {
        Path here = folder.file(id);
        try (JournalLock lock = new JournalLock(folder.beside(id, ".lock"), id);
                JournalLock.Held held = lock.hold()) {
            long size = Files.size(here);
            long different = Files.mismatch(here, file);
            boolean same = different < 0 || different >= Math.min(size, read.end().bytes());
            if (!same || size == 0) {
                return Optional.empty();
            }
            Read before = whole(here);
            if (size < read.end().bytes()) {
                copy(file, here, size);
            }
            long added = Math.max(0, read.end().lines() - before.end().lines());
            return Optional.of(new Brought(id, added, before.end().lines() + added));
        }
    }

    private static void copy(Path from, Path to, long at) throws IOException {
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
            in.position(at);
            out.position(at);
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            while (in.read(buffer) >= 0) {
                buffer.flip();
                Channels.newOutputStream(out).write(buffer.array(), 0, buffer.limit());
                buffer.clear();
            }
            out.force(true);
        }
    }

    /**
     * @param signature of the first line that is signed; empty where none is
     */
    private record Read(
            JournalReader.End end, boolean incident, Optional<LineSignature> signature) {}

    private static Read whole(Path file) {
        Fact[] first = new Fact[1];
        List<LineSignature> signed = new ArrayList<>(1);
        JournalReader.End end =
                JournalReader.scan(
                        file,
                        (fact, line) -> {
                            if (first[0] == null) {
                                first[0] = fact;
                            }
                            if (signed.isEmpty()) {
                                LineSignature.of(line.copy()).ifPresent(signed::add);
                            }
                        });
        if (end.damage().isPresent()) {
            throw new JournalException(end.damage().get().toString());
        }
        if (end.tornBytes() > 0) {
            throw new JournalException(
                    file
                            + ":"
                            + (end.lines() + 1)
                            + ": the last line is not finished. Opening the incident where it comes"
                            + " from sets that aside; take it from there again.");
        }
        if (first[0] == null) {
            throw new JournalException(file + " has no line of a journal in it.");
        }
        return new Read(end, first[0].event() instanceof Declared, signed.stream().findFirst());
    }
}
