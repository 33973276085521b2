package dev.warroom.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Much text for the standard output, encoded and written in large pieces. */
final class BulkOutput implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    private final PrintStream out;
    private final StringBuilder text = new StringBuilder(PIECE + PIECE / 4);
    private boolean gone;

    BulkOutput(PrintStream out) {
        this.out = out;
    }

    /** Where to append to; {@link #written} comes after each line. */
    StringBuilder text() {
        return text;
    }

    /** Writes when there is enough; false where nobody reads any more, as behind {@code head}. */
    boolean written() {
        if (text.length() >= PIECE) {
            flush();
        }
        return !gone;
    }

    private void flush() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        out.write(bytes, 0, bytes.length);
        gone = out.checkError();
    }

    @Override
    public void close() {
        flush();
    }
}
