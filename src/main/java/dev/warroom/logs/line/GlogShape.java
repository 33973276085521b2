package dev.warroom.logs.line;

import dev.warroom.room.LogLevel;

/**
 * Google's and Kubernetes' way: {@code E0312 14:05:09.120345 4711 cache.go:88] not found}. The
 * first letter is the level, the digits behind it month and day, or year, month and day.
 */
final class GlogShape implements Shape {

    private static final TimeFormat TIME = new TimeFormat("MD H:m:sf");
    private static final TimeFormat TIME_WITH_YEAR = new TimeFormat("YMD H:m:sf");

    private final Moment moment;

    GlogShape(Moment moment) {
        this.moment = moment;
    }

    @Override
    public boolean read(byte[] b, int from, int to, TimeTable time, Head head) {
        if (from + 20 > to || !Ascii.upper(b[from])) {
            return false;
        }
        int digits = Ascii.digits(b, from + 1, to);
        if (digits != 4 && digits != 8) {
            return false;
        }
        LogLevel level = LevelWords.letter(b[from]);
        int end = -1;
        if (level != LogLevel.NONE) {
            end = (digits == 4 ? TIME : TIME_WITH_YEAR).read(b, from + 1, to, moment);
        }
        if (end < 0) {
            return false;
        }
        head.level = level;
        head.at(moment, 1);
        int close = Ascii.find(b, end, Math.min(to, end + 100), ']');
        head.message = close < 0 ? end : Ascii.skipSpaces(b, close + 1, to);
        return true;
    }
}
