package dev.warroom.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The bytes at a file's beginning and those just before the place that was read up to. A file that
 * was emptied and has grown past that place again differs in one of them.
 */
final class Fingerprint {

    private static final int HEAD = 256;
    private static final int LAST = 256;

    private byte[] head = new byte[0];
    private byte[] last = new byte[0];

    /** The fingerprint of {@code file}, as if it had been read up to {@code offset}. */
    static Fingerprint of(Positioned file, long offset) throws IOException {
        Fingerprint print = new Fingerprint();
        print.head = bytes(file, 0, (int) Math.min(HEAD, offset));
        int count = (int) Math.min(LAST, offset);
        print.last = bytes(file, offset - count, count);
        return print;
    }

    /** The first {@code count} bytes of {@code read} follow the ones known so far. */
    void add(byte[] read, int count) {
        if (head.length < HEAD) {
            head = joined(head, read, Math.min(count, HEAD - head.length));
        }
        if (count >= LAST) {
            last = Arrays.copyOfRange(read, count - LAST, count);
        } else {
            byte[] longer = joined(last, read, count);
            int from = Math.max(0, longer.length - LAST);
            last = Arrays.copyOfRange(longer, from, longer.length);
        }
    }

    /** Whether {@code file} still holds what was read of it up to {@code offset}. */
    boolean matches(Positioned file, long offset) throws IOException {
        return heads(file) && Arrays.equals(last, bytes(file, offset - last.length, last.length));
    }

    /**
     * Whether {@code file} begins in the same way, as far as it goes; not where nothing is known.
     */
    boolean begins(Positioned file) throws IOException {
        byte[] other = bytes(file, 0, head.length);
        return head.length > 0 && Arrays.equals(head, 0, other.length, other, 0, other.length);
    }

    /** Whether {@code file} has the whole head. */
    boolean heads(Positioned file) throws IOException {
        return Arrays.equals(head, bytes(file, 0, head.length));
    }

    /** Whether so much of the head is known that two files hardly share it by chance. */
    boolean telling() {
        return head.length == HEAD;
    }

    /** The bytes just before the place that was read up to. */
    byte[] last() {
        return last.clone();
    }

    /** Whether the line before {@code offset} had not ended. */
    boolean endsWithinLine() {
        return last.length > 0 && last[last.length - 1] != '\n';
    }

    private static byte[] joined(byte[] first, byte[] second, int count) {
        byte[] both = Arrays.copyOf(first, first.length + count);
        System.arraycopy(second, 0, both, first.length, count);
        return both;
    }

    /** Fewer than {@code count} where the file ends before. */
    private static byte[] bytes(Positioned file, long from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, from + buffer.position()) <= 0) {
                return Arrays.copyOf(buffer.array(), buffer.position());
            }
        }
        return buffer.array();
    }
}
