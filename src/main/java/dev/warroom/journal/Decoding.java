package dev.warroom.journal;

import dev.warroom.journal.JournalReader.Tail;

import java.io.IOException;

/** Makes facts of lines, in their order, each checked to follow the one before. */
abstract sealed class Decoding implements AutoCloseable permits Decoding.Here, WideDecoding {

    /** In this thread. */
    static Here here() {
        return new Here();
    }

    /** On all processors. */
    static Decoding wide() {
        return new WideDecoding();
    }

    /** Where the next lines may be read into. */
    abstract byte[] room();

    /**
     * Takes the next lines; they may be given on later.
     *
     * @throws LineDamage of the first bad line, when all before it were given on
     */
    abstract void add(Lines lines, Tail to) throws LineDamage, IOException;

    /** Gives on all that was taken. */
    abstract void finish(Tail to) throws LineDamage, IOException;

    @Override
    public abstract void close();

    /** One line after the other. */
    static final class Here extends Decoding {

        private final LineCodec codec = new LineCodec();
        private final byte[] room = new byte[LineScanner.CHUNK];

        @Override
        byte[] room() {
            return room;
        }

        @Override
        void add(Lines lines, Tail to) throws LineDamage, IOException {
            add(lines, 0, to);
        }

        /** The same of those that begin at {@code start}. */
        void add(Lines lines, int start, Tail to) throws LineDamage, IOException {
            int from = start;
            while (from < lines.length()) {
                int feed = LineScanner.feed(lines.bytes(), from, lines.length());
                to.take(codec, new StoredLine(lines.bytes(), from, feed));
                from = feed + 1;
            }
        }

        @Override
        void finish(Tail to) {}

        @Override
        public void close() {}
    }
}
