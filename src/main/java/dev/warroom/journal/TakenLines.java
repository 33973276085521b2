package dev.warroom.journal;

import dev.warroom.incident.Fact;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that were chained elsewhere, each judged behind those before it: which of them follow what
 * is here. Nothing is written by that.
 */
final class TakenLines {

    private final LineCodec codec;
    private final Admission admission;
    private final List<Taken> taken = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private JournalReader.End end;

    /**
     * @param end of what is here
     */
    TakenLines(LineCodec codec, Admission admission, JournalReader.End end) {
        this.codec = codec;
        this.admission = admission;
        this.end = end;
    }

    /**
     * @param line without its end
     */
    void add(byte[] line) {
        Taken one = judged(line);
        taken.add(one);
        if (one instanceof Taken.Added added) {
            facts.add(added.fact());
            bytes.writeBytes(line);
            bytes.write('\n');
            end = end.plus(line.length + 1, added.hash());
        }
    }

    private Taken judged(byte[] line) {
        try {
            long number = codec.number(line);
            if (number < 1 || number > end.lines()) {
                LineCodec.Line good = codec.decode(line, line.length, end.lines() + 1, end.hash());
                if (good.fact().origin().from().isEmpty()) {
                    return new Taken.Refused("it does not say which room brought it", good.prev());
                }
                return admission
                        .objection(good.fact(), line)
                        .<Taken>map(it -> new Taken.Unwelcome(it, good.hash()))
                        .orElseGet(() -> new Taken.Added(good.fact(), good.hash()));
            }
            new Seal().check(line, line.length);
            String hash = Seal.stated(line);
            return new Taken.Known(number, hash, hash.equals(end.hash()));
        } catch (LineDamage e) {
            return new Taken.Refused(e.getMessage(), codec.follows(line));
        }
    }

    /** What became of each. */
    List<Taken> taken() {
        return taken;
    }

    /** Of those that follow. */
    List<Fact> facts() {
        return facts;
    }

    /** Those that follow, with their ends. */
    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Behind those that follow. */
    JournalReader.End end() {
        return end;
    }
}
