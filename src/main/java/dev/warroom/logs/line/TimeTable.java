package dev.warroom.logs.line;

/** All ways to write a time that are known, and where in a line one stands. */
final class TimeTable {

    /** Further to the right a time is part of the message. */
    private static final int LOOKED_AT = 160;

    /** By how many digits they begin with; those of most fields first. */
    private static final TimeFormat[][] BY_DIGITS = {
        formats(
                "w b d H:m:sf Y",
                "w b d H:m:sf",
                "w, d b Y H:m:sz",
                "b d Y H:m:sfz",
                "b d, Y h:m:sfp",
                "b d H:m:sf"),
        formats("d b Y H:m:sfz", "i/d/Y h:m:sfp", "h:m:sfp"),
        formats(
                "y/M/D H:m:sf",
                "i/d/Y h:m:sfp",
                "D/M/Y H:m:sf",
                "M/D/Y-H:m:sf",
                "D/b/Y:H:m:sfz",
                "D/b/Y H:m:sfz",
                "D-b-Y H:m:sfz",
                "D.M.Y H:m:sf",
                "d b Y H:m:sfz",
                "d b H:m:sf",
                "M-D H:m:sf",
                "M.D H:m:sf",
                "h:m:sfp"),
        formats(),
        formats(
                "Y-M-D_H:m:sfz",
                "Y-M-D_H:m:sFz",
                "Y/M/D_H:m:sfz",
                "Y.M.D_H:m:sfz",
                "Y-M-D-H.m.sf",
                "Y-M-D-H:m:sf",
                "Y b d H:m:sfz"),
        formats(),
        formats("yMD HmsF", "yMD  h:m:s", "yMD h:m:s"),
        formats(),
        formats("YMD-h:n:nF", "YMDTHmsfz", "YMD H:m:sf", "YMD-Hmsf"),
    };

    private static final TimeFormat[] EIGHT_AND_MORE = formats("YMDHmsf");

    private final Moment time;
    private final RepeatedTime repeated;
    private TimeFormat usual;
    private int column;

    TimeTable(Moment time) {
        this.time = time;
        this.repeated = new RepeatedTime(time);
    }

    /** Where the first time of the line begins, and where it ends. */
    int begin;

    int end;

    /** Looks for the line's first time, where the line before had it and then everywhere. */
    boolean find(byte[] b, int from, int to) {
        if (usual != null && from + column < to && starts(b, from, from + column)) {
            begin = from + column;
            end = repeated.again(b, begin, to);
            if (end >= 0) {
                return true;
            }
            end = usual.read(b, begin, to, time);
            if (end >= 0) {
                repeated.remember(b, begin, end, to);
                return true;
            }
        }
        int limit = Math.min(to, from + LOOKED_AT);
        for (int at = from; at < limit; at++) {
            if (starts(b, from, at) && at(b, at, to) && plausible(at - from)) {
                column = at - from;
                return true;
            }
        }
        return false;
    }

    /** Whether a time stands at {@code at}; then it is read. */
    boolean at(byte[] b, int at, int to) {
        int digits = Ascii.digits(b, at, to);
        if (digits < BY_DIGITS.length && (digits > 0 || Ascii.letter(b[at]))) {
            for (TimeFormat format : BY_DIGITS[digits]) {
                if (read(format, b, at, to)) {
                    return true;
                }
            }
        } else if (digits == 14) {
            return read(EIGHT_AND_MORE[0], b, at, to);
        }
        return digits >= 9 && EpochTime.read(b, at, digits, to, time) && whole(b, at, to);
    }

    /** Numbers and times of day are common in messages, too: they count near the beginning only. */
    private boolean plausible(int at) {
        return time.numeric ? at <= 80 : time.month > 0 || at <= 24;
    }

    private boolean read(TimeFormat format, byte[] b, int at, int to) {
        int found = format.read(b, at, to, time);
        if (found < 0) {
            return false;
        }
        usual = format;
        begin = at;
        end = found;
        return true;
    }

    private boolean whole(byte[] b, int at, int to) {
        usual = null;
        begin = at;
        end = at + EpochTime.length(b, at, to);
        return true;
    }

    /** Times begin a word. */
    private static boolean starts(byte[] b, int from, int at) {
        if (!Ascii.digit(b[at]) && !Ascii.letter(b[at])) {
            return false;
        }
        if (at == from) {
            return true;
        }
        return switch (b[at - 1]) {
            case ' ', '\t', '[', '(', '"', '\'', '|', '=', '<', '>', ',', '{', ';' -> true;
            case ':' -> at - from > 1 && !Ascii.digit(b[at - 2]);
            default -> false;
        };
    }

    private static TimeFormat[] formats(String... letters) {
        TimeFormat[] all = new TimeFormat[letters.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = new TimeFormat(letters[i]);
        }
        return all;
    }
}
