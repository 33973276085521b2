package dev.warroom.journal;

import dev.warroom.incident.Fact;

import java.util.ArrayList;
import java.util.List;

/**
 * Good lines that follow each other; whether the first follows what came before is still to be
 * seen.
 *
 * @param bytes the lines, perhaps with others behind them
 * @param ends where each ends in them, its LF not included
 * @param facts one a line
 * @param packed the same to keep
 * @param prev the hash that the first says it follows
 */
record GoodLines(byte[] bytes, int[] ends, List<Fact> facts, PackedFacts packed, String prev) {

    /** As many there are about in what is read at once. */
    private static final int USUAL = 256;

    /** The good ones at the beginning of {@code lines}. */
    static GoodLines of(Lines lines, LineCodec codec, FactPacker packer) {
        byte[] bytes = lines.bytes();
        List<Fact> facts = new ArrayList<>(USUAL);
        int[] ends = new int[lines.length() / Seal.LENGTH + 1];
        String prev = "";
        try {
            int from = 0;
            int before = -1;
            while (from < lines.length()) {
                int feed = LineScanner.feed(bytes, from, lines.length());
                Fact fact = codec.decodeBehind(bytes, before, from, feed);
                if (before < 0) {
                    prev = codec.fields().stated("prev");
                } else if (fact.number() != facts.getLast().number() + 1) {
                    break;
                }
                packer.add(fact, codec.fields());
                ends[facts.size()] = feed;
                facts.add(fact);
                before = feed;
                from = feed + 1;
            }
        } catch (LineDamage e) {
            // It is read again, with all that is known of the line before, when its turn comes.
        }
        return new GoodLines(bytes, ends, facts, packer.take(), prev);
    }

    boolean none() {
        return facts.isEmpty();
    }

    StoredLine line(int index) {
        return new StoredLine(bytes, index == 0 ? 0 : ends[index - 1] + 1, ends[index]);
    }

    /** How many bytes the good lines have. */
    int length() {
        return none() ? 0 : ends[facts.size() - 1] + 1;
    }

    /** The hash of the last good line. */
    String hash() {
        return Seal.stated(bytes, ends[facts.size() - 1]);
    }
}
