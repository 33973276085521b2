package dev.warroom.logs.line;

import dev.warroom.room.LogLevel;

/**
 * One JSON object a line, with the field names that loggers use. Only the fields of the object
 * itself count, not those of objects within it, but for the level in {@code log} and the time in
 * {@code $date}. A line that was cut off is read as far as it goes.
 */
final class JsonShape implements Shape {

    private static final String[] LEVELS = {
        "level",
        "severity",
        "lvl",
        "loglevel",
        "log.level",
        "levelname",
        "log_level",
        "@level",
        "severity_text",
        "priority",
        "@l"
    };
    private static final String[] TIMES = {
        "time",
        "timestamp",
        "@timestamp",
        "ts",
        "t",
        "datetime",
        "date",
        "asctime",
        "@t",
        "eventtime",
        "timemillis",
        "created",
        "__realtime_timestamp"
    };
    private static final String[] MESSAGES = {
        "msg", "message", "@message", "event", "log", "text", "@m", "@mt"
    };

    /** MongoDB's level: one letter, such as {@code "s": "E"}. */
    private static final String LETTER = "s";

    /** How MongoDB writes a time: {@code "t": {"$date": "2026-03-12T14:05:09.120+00:00"}}. */
    private static final String DATE = "{\"$date\":";

    private final LevelFinder levels;
    private final TimeTable times;
    private final Moment moment;

    JsonShape(LevelFinder levels, Moment moment) {
        this.levels = levels;
        this.moment = moment;
        this.times = new TimeTable(moment);
    }

    @Override
    public boolean read(byte[] b, int from, int to, TimeTable time, Head head) {
        if (b[from] != '{') {
            return false;
        }
        head.whole = true;
        int depth = 0;
        boolean inLog = false;
        int at = from;
        int message = -1;
        int messageEnd = -1;
        while (at < to) {
            byte c = b[at];
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            } else if (c == '"') {
                int close = endOfString(b, at + 1, to);
                int value = close < to ? Ascii.skipSpaces(b, close + 1, to) : to;
                boolean levelOfLog = depth == 2 && inLog && is(b, at + 1, close, "level");
                if (depth != 1 && !levelOfLog || value >= to || b[value] != ':') {
                    at = close + 1;
                    continue;
                }
                value = Ascii.skipSpaces(b, value + 1, to);
                int end = endOfValue(b, value, to);
                boolean object = value < to && b[value] == '{';
                if (depth == 1) {
                    inLog = object && is(b, at + 1, close, "log");
                }
                if (head.level == LogLevel.NONE && one(b, at + 1, close, LEVELS)) {
                    head.level = level(b, value, end);
                } else if (head.level == LogLevel.NONE && is(b, at + 1, close, LETTER)) {
                    head.level = letter(b, value, end);
                } else if (!head.timed && one(b, at + 1, close, TIMES)) {
                    int date = Ascii.startsWith(b, value, to, DATE) ? value + DATE.length() : value;
                    time(b, from, date, date == value ? end : endOfValue(b, date, to), head);
                } else if (message < 0 && !object && one(b, at + 1, close, MESSAGES)) {
                    message = value;
                    messageEnd = end;
                }
                at = end;
                continue;
            }
            at++;
        }
        if (message >= 0) {
            boolean quoted = b[message] == '"';
            head.message = quoted ? message + 1 : message;
            head.messageEnd =
                    quoted && messageEnd > message + 1 && b[messageEnd - 1] == '"'
                            ? messageEnd - 1
                            : messageEnd;
            if (head.level == LogLevel.NONE) {
                head.level = levels.anywhere(b, message, messageEnd, message);
            }
        }
        return true;
    }

    private void time(byte[] b, int from, int value, int end, Head head) {
        int start = value < end && b[value] == '"' ? value + 1 : value;
        if (start < end && times.at(b, start, end)) {
            head.at(moment, value - from);
        }
    }

    /** A word, or a number: 10 to 60 as pino and bunyan count, 0 to 7 as syslog does. */
    private static LogLevel level(byte[] b, int value, int end) {
        int start = value < end && b[value] == '"' ? value + 1 : value;
        int digits = Ascii.digits(b, start, end);
        if (digits == 0) {
            int word = Ascii.endOfWord(b, start, end);
            return LevelWords.inPlace(b, start, word - start);
        }
        int number = Ascii.number(b, start, Math.min(2, digits), end);
        return switch (number) {
            case 10 -> LogLevel.TRACE;
            case 20 -> LogLevel.DEBUG;
            case 30 -> LogLevel.INFO;
            case 40 -> LogLevel.WARNING;
            case 50 -> LogLevel.ERROR;
            case 60 -> LogLevel.CRITICAL;
            default -> digits == 1 ? LevelWords.syslog(number) : LogLevel.NONE;
        };
    }

    private static LogLevel letter(byte[] b, int value, int end) {
        boolean quoted = end - value > 2 && b[value] == '"';
        boolean alone = quoted && (b[value + 2] == '"' || Ascii.digit(b[value + 2]));
        return alone ? LevelWords.letter(b[value + 1]) : LogLevel.NONE;
    }

    private static boolean one(byte[] b, int from, int to, String[] names) {
        for (String name : names) {
            if (is(b, from, to, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(byte[] b, int from, int to, String name) {
        return to - from == name.length() && Ascii.startsWithAnyCase(b, from, to, name);
    }

    private static int endOfString(byte[] b, int from, int to) {
        int at = from;
        while (at < to && b[at] != '"') {
            at += b[at] == '\\' ? 2 : 1;
        }
        return Math.min(at, to);
    }

    /** Behind a string, a number or a word; at an object or a list, which is looked into. */
    private static int endOfValue(byte[] b, int from, int to) {
        if (from < to && b[from] == '"') {
            return Math.min(to, endOfString(b, from + 1, to) + 1);
        }
        int at = from;
        while (at < to && ",}]{[".indexOf(b[at]) < 0) {
            at++;
        }
        return at;
    }
}
