package dev.warroom.journal;

import dev.warroom.incident.Fact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
    record End(long lines, long bytes, String hash, Optional<Damage> damage, long tornBytes) {}

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
        try (InputStream in = Files.newInputStream(file)) {
            return scan(file, in, sink);
        } catch (IOException e) {
            throw new JournalException(
                    "Cannot read the journal " + file + ": " + Reasons.of(e) + ".", e);
        }
    }

    private static End scan(Path file, InputStream in, Sink sink) throws IOException {
        LineCodec codec = new LineCodec();
        LineScanner scanner = new LineScanner(in);
        long lines = 0;
        long bytes = 0;
        String hash = Seal.NONE;
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
