package dev.warroom.logs.line;

/**
 * One way to write a time, as a row of letters.
 *
 * <p>{@code Y} and {@code y} are years of four and two digits, {@code M} a month, {@code D} a day
 * of two digits, {@code i} a month of one or two, {@code d} one of one or two with a blank before,
 * {@code b} the month's name, {@code w} the weekday's, {@code H} {@code m} {@code s} hours, minutes
 * and seconds, {@code h} hours of one or two digits, {@code n} minutes or seconds of one or two,
 * {@code f} a fraction behind a dot or a comma, {@code F} one behind a colon, {@code z} a zone,
 * {@code p} AM or PM; {@code f}, {@code F}, {@code z} and {@code p} may be missing. {@code _} is a
 * blank, a {@code T} or an underscore. Everything else stands for itself.
 */
final class TimeFormat {

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String WEEKDAYS = "sunmontuewedthufrisat";

    private final String letters;

    TimeFormat(String letters) {
        this.letters = letters;
    }

    /** The end of the time that stands at {@code from}, or -1; its fields are set. */
    int read(byte[] b, int from, int to, Moment time) {
        time.clear();
        int at = from;
        boolean minuteRead = false;
        for (int i = 0; i < letters.length() && at >= 0; i++) {
            char letter = letters.charAt(i);
            switch (letter) {
                case 'Y' -> {
                    time.year = Ascii.number(b, at, 4, to);
                    at = within(time.year, 1900, 2199, at + 4);
                }
                case 'y' -> {
                    int year = Ascii.number(b, at, 2, to);
                    time.year = 2000 + year;
                    at = within(year, 0, 99, at + 2);
                }
                case 'M' -> {
                    time.month = Ascii.number(b, at, 2, to);
                    at = within(time.month, 1, 12, at + 2);
                }
                case 'i' -> {
                    int count = Ascii.digits(b, at, to);
                    time.month = count == 0 || count > 2 ? -1 : Ascii.number(b, at, count, to);
                    at = within(time.month, 1, 12, at + count);
                }
                case 'D' -> {
                    time.day = Ascii.number(b, at, 2, to);
                    at = within(time.day, 1, 31, at + 2);
                }
                case 'd' -> {
                    int start = at < to && b[at] == ' ' ? at + 1 : at;
                    int count = Ascii.digits(b, start, to);
                    time.day = count == 0 || count > 2 ? -1 : Ascii.number(b, start, count, to);
                    at = within(time.day, 1, 31, start + count);
                }
                case 'b' -> {
                    time.month = 1 + name(MONTHS, b, at, to);
                    at = within(time.month, 1, 12, at + 3);
                }
                case 'w' -> at = within(name(WEEKDAYS, b, at, to), 0, 6, at + 3);
                case 'H' -> {
                    time.hour = Ascii.number(b, at, 2, to);
                    at = within(time.hour, 0, 23, at + 2);
                }
                case 'h' -> {
                    int count = Ascii.digits(b, at, to);
                    time.hour = count == 0 || count > 2 ? -1 : Ascii.number(b, at, count, to);
                    at = within(time.hour, 0, 23, at + count);
                }
                case 'n' -> {
                    int count = Ascii.digits(b, at, to);
                    int value = count == 0 || count > 2 ? -1 : Ascii.number(b, at, count, to);
                    if (minuteRead) {
                        time.second = value;
                    } else {
                        time.minute = value;
                        minuteRead = true;
                    }
                    at = within(value, 0, 60, at + count);
                }
                case 'm' -> {
                    time.minute = Ascii.number(b, at, 2, to);
                    at = within(time.minute, 0, 59, at + 2);
                }
                case 's' -> {
                    time.second = Ascii.number(b, at, 2, to);
                    at = within(time.second, 0, 60, at + 2);
                }
                case 'f' -> at = fraction(b, at, to, time, false);
                case 'F' -> at = fraction(b, at, to, time, true);
                case 'z' -> at = TimeZoneText.read(b, at, to, time);
                case 'p' -> at = halfOfDay(b, at, to, time);
                case '_' ->
                        at =
                                at < to && (b[at] == ' ' || b[at] == 'T' || b[at] == '_')
                                        ? at + 1
                                        : -1;
                default -> at = at < to && b[at] == letter ? at + 1 : -1;
            }
        }
        return at >= 0 && ends(b, at, to) ? at : -1;
    }

    /** No letter or digit follows, and no colon with a digit, as in addresses. */
    private static boolean ends(byte[] b, int at, int to) {
        if (at == to) {
            return true;
        }
        boolean colon = b[at] == ':' && at + 1 < to && Ascii.digit(b[at + 1]);
        return !colon && !Ascii.letter(b[at]) && !Ascii.digit(b[at]);
    }

    private static int within(int value, int least, int most, int next) {
        return value < least || value > most ? -1 : next;
    }

    private static int name(String names, byte[] b, int at, int to) {
        if (at + 3 > to) {
            return -2;
        }
        for (int i = 0; i < names.length(); i += 3) {
            if ((b[at] | 0x20) == names.charAt(i)
                    && (b[at + 1] | 0x20) == names.charAt(i + 1)
                    && (b[at + 2] | 0x20) == names.charAt(i + 2)) {
                return i / 3;
            }
        }
        return -2;
    }

    private static int fraction(byte[] b, int at, int to, Moment time, boolean colon) {
        boolean begins = at < to && (colon ? b[at] == ':' : b[at] == '.' || b[at] == ',');
        int count = begins ? Ascii.digits(b, at + 1, to) : 0;
        if (count == 0) {
            return at;
        }
        int used = Math.min(9, count);
        int value = Ascii.number(b, at + 1, used, to);
        for (int i = used; i < 9; i++) {
            value *= 10;
        }
        time.nanos = value;
        time.fractionBegin = at + 1;
        time.fractionEnd = at + 1 + count;
        return at + 1 + count;
    }

    private static int halfOfDay(byte[] b, int at, int to, Moment time) {
        int start = Ascii.skipSpaces(b, at, to);
        boolean am = Ascii.startsWithAnyCase(b, start, to, "am");
        boolean pm = Ascii.startsWithAnyCase(b, start, to, "pm");
        if (!am && !pm || time.hour > 12) {
            return at;
        }
        time.hour = time.hour % 12 + (pm ? 12 : 0);
        return start + 2;
    }
}
