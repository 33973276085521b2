package dev.warroom.logs.line;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A time as a line writes it, field by field, and the instant that it means. What a line leaves out
 * (the zone, the year, the day) is what its source says, or the latest that is not after the time
 * the source was changed last.
 */
final class Moment {

    private static final long DAY = 86_400;

    private final ZoneId zone;
    private final LocalDateTime latest;

    int year;
    int month;
    int day;
    int hour;
    int minute;
    int second;
    int nanos;

    /** In seconds east of Greenwich, where {@link #zoned}. */
    int offset;

    boolean zoned;

    /** Not a calendar time: seconds since 1970. */
    long epoch;

    boolean numeric;

    /** Where the fraction's digits stood, as indices into the bytes; -1 where there were none. */
    int fractionBegin = -1;

    int fractionEnd = -1;

    /** How often another time was read. */
    long readings;

    private boolean counted;
    private long seconds;
    private long hourKnown = Long.MIN_VALUE;
    private int offsetKnown;

    /**
     * @param zone of times that do not name one
     * @param changed when the source was changed last
     */
    Moment(ZoneId zone, Instant changed) {
        this.zone = zone;
        this.latest = LocalDateTime.ofInstant(changed, zone).plusDays(1);
    }

    void clear() {
        year = -1;
        month = -1;
        day = -1;
        hour = 0;
        minute = 0;
        second = 0;
        nanos = 0;
        zoned = false;
        numeric = false;
        fractionBegin = -1;
        fractionEnd = -1;
        readings++;
        counted = false;
    }

    /** Seconds since 1970, for the fields as they are now. */
    long seconds() {
        if (!counted) {
            seconds = count();
            counted = true;
        }
        return seconds;
    }

    private long count() {
        if (numeric) {
            return epoch;
        }
        if (month < 0) {
            LocalDateTime today = latest.minusDays(1);
            boolean yesterday = hour * 60 + minute > today.getHour() * 60 + today.getMinute() + 1;
            LocalDateTime date = yesterday ? today.minusDays(1) : today;
            return local(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        }
        return local(year < 0 ? likelyYear() : year, month, day);
    }

    private int likelyYear() {
        boolean later =
                month > latest.getMonthValue()
                        || month == latest.getMonthValue() && day > latest.getDayOfMonth();
        return later ? latest.getYear() - 1 : latest.getYear();
    }

    private long local(int y, int m, int d) {
        long civil = days(y, m, d) * DAY + hour * 3600L + minute * 60L + second;
        return civil - (zoned ? offset : offsetAt(civil));
    }

    /** Offsets change on the hour, and asking for each line's would take longer than reading it. */
    private int offsetAt(long civil) {
        if (zone instanceof ZoneOffset fixed) {
            return fixed.getTotalSeconds();
        }
        long thisHour = Math.floorDiv(civil, 900);
        if (thisHour != hourKnown) {
            LocalDateTime time = LocalDateTime.ofEpochSecond(civil, 0, ZoneOffset.UTC);
            offsetKnown = zone.getRules().getOffset(time).getTotalSeconds();
            hourKnown = thisHour;
        }
        return offsetKnown;
    }

    /** Days since 1970 in the Gregorian calendar, counted in years that begin in March. */
    private static long days(int year, int month, int day) {
        long y = month <= 2 ? year - 1 : year;
        long era = Math.floorDiv(y, 400L);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }
}
