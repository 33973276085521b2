package dev.warroom.logs.line;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds a byte, eight of them at a time. */
public final class Bytes {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long TOPS = 0x8080_8080_8080_8080L;

    private Bytes() {}

    /** Where the first line feed stands from {@code from} on; {@code to} where there is none. */
    public static int lineFeed(byte[] b, int from, int to) {
        return find(b, from, to, (byte) '\n');
    }

    /** Where {@code what} stands first from {@code from} on; {@code to} where it does not. */
    static int find(byte[] b, int from, int to, byte what) {
        long wanted = ONES * (what & 0xFF);
        int at = from;
        for (int last = to - 8; at <= last; at += 8) {
            long other = (long) LONGS.get(b, at) ^ wanted;
            // A byte that is zero borrows from its top bit, and only the lowest such bit counts.
            long zero = other - ONES & ~other & TOPS;
            if (zero != 0) {
                return at + (Long.numberOfTrailingZeros(zero) >> 3);
            }
        }
        while (at < to && b[at] != what) {
            at++;
        }
        return at;
    }

    /** Where one of two stands first from {@code from} on; {@code to} where neither does. */
    public static int find(byte[] b, int from, int to, byte one, byte two) {
        if (one == two) {
            return find(b, from, to, one);
        }
        long first = ONES * (one & 0xFF);
        long second = ONES * (two & 0xFF);
        int at = from;
        for (int last = to - 8; at <= last; at += 8) {
            long here = (long) LONGS.get(b, at);
            long other = here ^ first;
            long another = here ^ second;
            long zero = (other - ONES & ~other | another - ONES & ~another) & TOPS;
            if (zero != 0) {
                return at + (Long.numberOfTrailingZeros(zero) >> 3);
            }
        }
        while (at < to && b[at] != one && b[at] != two) {
            at++;
        }
        return at;
    }
}
