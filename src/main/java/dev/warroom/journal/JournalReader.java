package dev.warroom.journal;

import dev.warroom.incident.Fact;

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

    private JournalReader() {}

    /** Takes each good fact as it is read, with its line as stored, without the line's end. */
    @FunctionalInterface
    interface Sink {
        void take(Fact fact, byte[] line) throws IOException;
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
     * Everything good in {@code file}, and the first damage.
     *
     * @throws JournalException if the file cannot be read at all
     */
    public static JournalContent read(Path file) {
        List<Fact> facts = new ArrayList<>();
        End end = scan(file, (fact, line) -> facts.add(fact));
        return new JournalContent(facts, end.damage(), end.tornBytes());
    }

    /** Goes through {@code file} without keeping what it reads. */
    static End scan(Path file, Sink sink) {
        return scan(file, START, sink);
    }

    /** Goes on where {@code from} ended. */
    static End scan(Path file, End from, Sink sink) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(from.bytes());
            return scan(file, from, Channels.newInputStream(channel), sink);
        } catch (IOException e) {
            throw new JournalException(
                    "Cannot read the journal " + file + ": " + Reasons.of(e) + ".", e);
        }
    }

    private static End scan(Path file, End from, InputStream in, Sink sink) throws IOException {
        LineCodec codec = new LineCodec();
        LineScanner scanner = new LineScanner(in);
        long lines = from.lines();
        long bytes = from.bytes();
        String hash = from.hash();
        while (scanner.next()) {
            byte[] line = scanner.line();
            LineCodec.Line good;
            try {
                good = codec.decode(line, line.length, lines + 1, hash);
            } catch (LineDamage e) {
                Damage damage = new Damage(file, lines + 1, e.getMessage(), e.advice());
                return new End(lines, bytes, hash, Optional.of(damage), 0);
            }
            sink.take(good.fact(), line);
            lines++;
            bytes += line.length + 1L;
            hash = good.hash();
        }
        if (scanner.tooLong()) {
            String what = "the line is longer than " + LineScanner.LONGEST + " bytes";
            Damage damage = new Damage(file, lines + 1, what, Damage.RESTORE);
            return new End(lines, bytes, hash, Optional.of(damage), 0);
        }
        return new End(lines, bytes, hash, Optional.empty(), scanner.left());
    }
}
