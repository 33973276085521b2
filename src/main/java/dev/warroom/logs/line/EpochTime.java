package dev.warroom.logs.line;

/** A time as one number: seconds since 1970, or thousandths, millionths or billionths of them. */
final class EpochTime {

    /** 2001 to 2128: other numbers of ten digits are something else. */
    private static final long LEAST = 1_000_000_000L;

    private static final long MOST = 4_999_999_999L;

    private EpochTime() {}

    /** Whether the number at {@code at}, of {@code digits} digits, is a time; then it is set. */
    static boolean read(byte[] b, int at, int digits, int to, Moment time) {
        if (digits != 10 && digits != 13 && digits != 16 && digits != 19) {
            return false;
        }
        int end = at + length(b, at, to);
        if (end < to && (Ascii.word(b[end]) || b[end] == '-' || b[end] == '/' || b[end] == '.')) {
            return false;
        }
        long seconds = number(b, at, 10);
        if (seconds < LEAST || seconds > MOST) {
            return false;
        }
        time.clear();
        time.numeric = true;
        time.epoch = seconds;
        time.nanos = digits > 10 ? fraction(b, at + 10, digits - 10) : afterPoint(b, at + 10, end);
        return true;
    }

    /** Of the digits and of what follows a point. */
    static int length(byte[] b, int at, int to) {
        int digits = Ascii.digits(b, at, to);
        int point = at + digits;
        int more = point < to && b[point] == '.' ? Ascii.digits(b, point + 1, to) : 0;
        return digits + (digits == 10 && more > 0 ? 1 + more : 0);
    }

    private static int afterPoint(byte[] b, int at, int end) {
        return at < end ? fraction(b, at + 1, Math.min(9, end - at - 1)) : 0;
    }

    private static int fraction(byte[] b, int at, int digits) {
        long value = number(b, at, digits);
        for (int i = digits; i < 9; i++) {
            value *= 10;
        }
        return (int) value;
    }

    private static long number(byte[] b, int at, int digits) {
        long value = 0;
        for (int i = at; i < at + digits; i++) {
            value = value * 10 + b[i] - '0';
        }
        return value;
    }
}
