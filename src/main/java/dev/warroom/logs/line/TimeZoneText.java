package dev.warroom.logs.line;

/** A zone behind a time: {@code Z}, {@code +02:00}, {@code -0700}, {@code UTC}. */
final class TimeZoneText {

    private TimeZoneText() {}

    /** Where it ends; {@code at} itself where there is none. */
    static int read(byte[] b, int at, int to, Moment time) {
        if (at < to && b[at] == 'Z') {
            return found(time, 0, at + 1);
        }
        int start = at < to && b[at] == ' ' ? at + 1 : at;
        if (start < to && (b[start] == '+' || b[start] == '-')) {
            int hours = Ascii.number(b, start + 1, 2, to);
            boolean colon = start + 3 < to && b[start + 3] == ':';
            int minutes = Ascii.number(b, start + (colon ? 4 : 3), 2, to);
            int end = start + (colon ? 6 : 5);
            boolean whole = end >= to || !Ascii.digit(b[Math.min(end, to - 1)]);
            if (hours >= 0 && hours <= 18 && minutes >= 0 && minutes < 60 && whole) {
                int offset = hours * 3600 + minutes * 60;
                return found(time, b[start] == '-' ? -offset : offset, end);
            }
            if (start == at && hours >= 0 && hours <= 18 && !colon && minutes < 0) {
                return found(time, (b[start] == '-' ? -hours : hours) * 3600, start + 3);
            }
            return at;
        }
        boolean universal =
                Ascii.startsWith(b, start, to, "UTC") || Ascii.startsWith(b, start, to, "GMT");
        return universal ? found(time, 0, start + 3) : at;
    }

    private static int found(Moment time, int offset, int end) {
        time.zoned = true;
        time.offset = offset;
        return end;
    }
}
