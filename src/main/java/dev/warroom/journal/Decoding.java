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
     * Takes the next line; it may be given on later.
     *
     * @throws LineDamage of the first bad line, when all before it were given on
     */
    abstract void add(byte[] line, Tail to) throws LineDamage, IOException;

    /** Gives on all that was taken. */
    abstract void finish(Tail to) throws LineDamage, IOException;

    @Override
    public abstract void close();

    /** One line after the other. */
    static final class Here extends Decoding {

        private final LineCodec codec = new LineCodec();

        @Override
        void add(byte[] line, Tail to) throws LineDamage, IOException {
            to.take(codec.decode(line, line.length, to.lines() + 1, to.hash()), line);
        }

        @Override
        void finish(Tail to) {}

        @Override
        public void close() {}
    }
}
