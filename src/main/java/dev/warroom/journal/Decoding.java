package dev.warroom.journal;

import dev.warroom.journal.JournalReader.Tail;

import java.io.IOException;

/** Makes facts of lines, in their order, each checked to follow the one before. */
abstract sealed class Decoding implements AutoCloseable permits Decoding.Here, WideDecoding {

    /** In this thread. */
    static Decoding here() {
        return new Here();
    }

    /** On all processors. */
    static Decoding wide() {
        return new WideDecoding();
    }

    /**
     * Takes the next lines; they may be given on later.
     *
     * @param lines with their ends
     * @throws LineDamage of the first bad line, when all before it were given on
     */
    abstract void add(byte[] lines, Tail to) throws LineDamage, IOException;

    /** Gives on all that was taken. */
    abstract void finish(Tail to) throws LineDamage, IOException;

    @Override
    public abstract void close();

    /** One line after the other. */
    static final class Here extends Decoding {

        private final LineCodec codec = new LineCodec();

        @Override
        void add(byte[] lines, Tail to) throws LineDamage, IOException {
            int from = 0;
            while (from < lines.length) {
                int feed = LineScanner.feed(lines, from, lines.length);
                to.take(codec, new StoredLine(lines, from, feed));
                from = feed + 1;
            }
        }

        @Override
        void finish(Tail to) {}

        @Override
        public void close() {}
    }
}
