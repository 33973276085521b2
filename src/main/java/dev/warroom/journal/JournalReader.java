package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Facts;
import dev.warroom.incident.Incident;
import dev.warroom.incident.Stretch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads journals, changes nothing, and takes no lock: a war room may be writing meanwhile. */
public final class JournalReader {

    /** In bytes; less is read sooner than other threads have begun. */
    private static final long WORTH_SHARING = 4 << 20;

    private JournalReader() {}

    /** Takes each good fact as it is read, with its line, which is there only meanwhile. */
    @FunctionalInterface
    interface Sink {
        void take(Fact fact, StoredLine line) throws IOException;

        /** Takes facts to keep, soon after each of them was taken. */
        default void keep(Stretch facts) {}
    }

    /**
     * Where reading ended.
     *
     * @param lines good ones
     * @param bytes of the good lines
     * @param hash of the last good line
     */
    record End(long lines, long bytes, String hash, Optional<Damage> damage, long tornBytes) {

        /** One more good line behind it. */
        End plus(int length, String next) {
            return new End(lines + 1, bytes + length, next, Optional.empty(), 0);
        }
    }

    /** Before the first line. */
    static final End START = new End(0, 0, Seal.NONE, Optional.empty(), 0);

    /**
     * Everything good in {@code file}, and the first damage. Of an incident that a room over
     * several machines shares, what was recorded here and is not shared yet comes behind it.
     *
     * @throws JournalException if the file cannot be read at all
     */
    public static JournalContent read(Path file) {
        KeptFacts kept = new KeptFacts();
        End end = scan(file, kept);
        Facts facts = kept.facts();
        boolean shared = end.damage().isEmpty() && RoomJournal.own(file).isPresent();
        return new JournalContent(
                shared ? RoomJournal.order(file, facts).facts() : facts,
                end.damage(),
                end.tornBytes());
    }

    /**
     * The incident that a journal's facts make. They become state while the next are being read.
     *
     * @throws JournalException if the file cannot be read at all
     */
    public static Replayed replay(String id, Path file) {
        if (RoomJournal.own(file).isPresent()) {
            JournalContent content = read(file);
            return new Replayed(Incident.replay(id, content.facts()), content.damage());
        }
        KeptFacts.Replayed replayed = new KeptFacts.Replayed(id);
        End end = scan(file, replayed);
        return new Replayed(replayed.incident(), end.damage());
    }

    /** Goes through {@code file} without keeping what it reads. */
    static End scan(Path file, Sink sink) {
        return scan(file, START, sink);
    }

    /** Goes on where {@code from} ended. */
    static End scan(Path file, End from, Sink sink) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(from.bytes());
            long left = channel.size() - from.bytes();
            return scan(file, from, Channels.newInputStream(channel), left, sink);
        } catch (IOException e) {
            throw new JournalException(
                    "Cannot read the journal " + file + ": " + Reasons.of(e) + ".", e);
        }
    }

    /**
     * @param left about how many bytes there are: with many, all processors read
     */
    static End scan(Path file, End from, InputStream in, long left, Sink sink) throws IOException {
        LineScanner scanner = new LineScanner(in);
        try (Decoding decoding = left > WORTH_SHARING ? Decoding.wide() : Decoding.here()) {
            Tail tail = new Tail(from, sink);
            try {
                Lines lines = scanner.lines(decoding.room());
                while (!lines.none()) {
                    decoding.add(lines, tail);
                    lines = scanner.lines(decoding.room());
                }
                decoding.finish(tail);
            } catch (LineDamage e) {
                Damage damage = new Damage(file, tail.lines + 1, e.getMessage(), e.advice());
                return tail.end(Optional.of(damage), 0);
            }
            if (scanner.tooLong()) {
                String what = "the line is longer than " + LineScanner.LONGEST + " bytes";
                Damage damage = new Damage(file, tail.lines + 1, what, Damage.RESTORE);
                return tail.end(Optional.of(damage), 0);
            }
            return tail.end(Optional.empty(), scanner.left());
        }
    }

    /** Where reading is, and who takes what was read. */
    static final class Tail {
        private final Sink sink;
        private final List<Fact> loose = new ArrayList<>();
        private long lines;
        private long bytes;
        private String hash;

        Tail(End from, Sink sink) {
            this.sink = sink;
            lines = from.lines();
            bytes = from.bytes();
            hash = from.hash();
        }

        /** The next line, if it is good. */
        void take(LineCodec codec, StoredLine line) throws LineDamage, IOException {
            byte[] copy = line.copy();
            LineCodec.Line good = codec.decode(copy, copy.length, lines + 1, hash);
            sink.take(good.fact(), line);
            loose.add(good.fact());
            lines++;
            bytes += copy.length + 1L;
            hash = good.hash();
        }

        /** Whether lines that were read by themselves are the next ones. */
        boolean follows(GoodLines batch) {
            return batch.facts().getFirst().number() == lines + 1 && batch.prev().equals(hash);
        }

        /** Some more good lines. */
        void take(GoodLines batch) throws IOException {
            keepLoose();
            for (int i = 0; i < batch.facts().size(); i++) {
                sink.take(batch.facts().get(i), batch.line(i));
            }
            sink.keep(batch.packed());
            lines += batch.facts().size();
            bytes += batch.length();
            hash = batch.hash();
        }

        private void keepLoose() {
            if (!loose.isEmpty()) {
                sink.keep(Stretch.of(loose));
                loose.clear();
            }
        }

        End end(Optional<Damage> damage, long torn) {
            keepLoose();
            return new End(lines, bytes, hash, damage, torn);
        }
    }
}
