package dev.warroom.logs.line;

import java.util.Arrays;

/**
 * The time of the line before. Of a busy log most lines say the same one again, but for its
 * fraction, and comparing is many times as fast as reading.
 */
final class RepeatedTime {

    private static final int MOST = 48;

    private final Moment time;
    private final byte[] text = new byte[MOST];
    private int length;
    private int fraction;
    private int digits;
    private byte behind;
    private long reading;

    RepeatedTime(Moment time) {
        this.time = time;
    }

    /** What stands from {@code begin} to {@code end} has just been read. */
    void remember(byte[] b, int begin, int end, int to) {
        length = end - begin;
        if (length > MOST || end >= to) {
            length = 0;
            return;
        }
        System.arraycopy(b, begin, text, 0, length);
        boolean parted = time.fractionBegin >= begin && time.fractionEnd <= end;
        fraction = parted ? time.fractionBegin - begin : length;
        digits = parted ? Math.min(10, time.fractionEnd - time.fractionBegin) : 0;
        behind = b[end];
        reading = time.readings;
    }

    /**
     * Whether it stands at {@code at} again, perhaps with another fraction of as many digits; then
     * that is set.
     *
     * @return where it ends, or -1
     */
    int again(byte[] b, int at, int to) {
        int end = at + length;
        boolean possible = length > 0 && end + 1 < to && digits < 10 && reading == time.readings;
        if (!possible || b[end] != behind || more(b[end], b[end + 1])) {
            return -1;
        }
        int rest = fraction + digits;
        if (!Arrays.equals(b, at, at + fraction, text, 0, fraction)
                || !Arrays.equals(b, at + rest, end, text, rest, length)) {
            return -1;
        }
        int value = digits == 0 ? 0 : Ascii.number(b, at + fraction, digits, to);
        if (value < 0) {
            return -1;
        }
        for (int i = digits; i < 9; i++) {
            value *= 10;
        }
        time.nanos = value;
        return end;
    }

    /** Whether a zone may follow, of which the line before had none. */
    private static boolean more(byte behind, byte next) {
        return behind == ' ' && (next == '+' || next == '-' || next == 'U' || next == 'G');
    }
}
