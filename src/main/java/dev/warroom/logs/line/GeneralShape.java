package dev.warroom.logs.line;

import dev.warroom.room.LogLevel;

/**
 * What most programs write: a time, a level, and then perhaps a thread and a name before the
 * message, in some order. Log4j, logback, Python, Go, nginx, MySQL, PostgreSQL, Hadoop, Spark and
 * many more.
 */
final class GeneralShape implements Shape {

    private static final int MOST_HEADER = 80;

    private final LevelFinder levels;

    /** Of lines whose first time is a number, the one that people read comes later. */
    private final TimeTable second;

    GeneralShape(LevelFinder levels, Moment scratch) {
        this.levels = levels;
        this.second = new TimeTable(scratch);
    }

    @Override
    public boolean read(byte[] b, int from, int to, TimeTable time, Head head) {
        int end = time.end;
        boolean numeric = head.timed && Ascii.digits(b, time.begin, to) >= 10;
        if (numeric && time.begin <= from + 4 && second.find(b, end, to)) {
            end = second.end;
            if (Ascii.letter(b[second.begin])) {
                head.message = SyslogShape.message(b, end, to);
                head.level = levels.anywhere(b, head.message, to, head.message);
                return true;
            }
        }
        head.level = levels.find(b, from, to, head.timed ? end : from);
        if (head.timed && !head.messageSought) {
            return true;
        }
        boolean known = head.level != LogLevel.NONE;
        int start = known ? Math.max(end, levels.end) : end;
        head.message = head.timed || known ? message(b, start, to, known) : from;
        return true;
    }

    /** Passes over what stands between the level and the message. */
    private static int message(byte[] b, int start, int to, boolean levelKnown) {
        int at = start;
        if (at < to && (b[at] == ']' || b[at] == '>' || b[at] == ')' || b[at] == '"')) {
            at++;
        }
        for (int round = 0; round < 5; round++) {
            at = Ascii.skipSpaces(b, at, to);
            if (at >= to) {
                return start >= to ? start : Ascii.skipSpaces(b, start, to);
            }
            int next = headerPart(b, at, to, levelKnown);
            if (next < 0) {
                return -next;
            }
            if (next == at) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** Behind the part that begins at {@code at}; the negative of it where the message follows. */
    private static int headerPart(byte[] b, int at, int to, boolean levelKnown) {
        byte c = b[at];
        boolean mark = c == '-' || c == '|' || c == ':' || c == ',';
        if (mark && at + 1 < to && b[at + 1] == ' ') {
            return c == ',' || c == '|' ? at + 2 : -Ascii.skipSpaces(b, at + 2, to);
        }
        if (c == '|') {
            int close = Ascii.find(b, at + 1, Math.min(to, at + MOST_HEADER), '|');
            return close < 0 ? -(at + 1) : blank(b, at, close) ? -(at + 1) : close;
        }
        if (c == ':') {
            return at + 1;
        }
        if (c == '[') {
            int close = closing(b, at, to);
            return close < 0 || close + 1 >= to ? at : close + 1;
        }
        int digits = Ascii.digits(b, at, to);
        if (digits > 0 && Ascii.startsWith(b, at + digits, to, " --- ")) {
            return at + digits + 5;
        }
        return name(b, at, to, levelKnown);
    }

    private static boolean blank(byte[] b, int from, int to) {
        return Ascii.find(b, from, to, ' ') >= 0;
    }

    private static int closing(byte[] b, int open, int to) {
        int depth = 0;
        int limit = Math.min(to, open + 2 * MOST_HEADER);
        for (int i = open; i < limit; i++) {
            if (b[i] == '[') {
                depth++;
            } else if (b[i] == ']' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** {@code shop.Cart:}, {@code shop.Cart -}, {@code shop.api [r-1]}, {@code CBS }. */
    private static int name(byte[] b, int at, int to, boolean levelKnown) {
        int end = at;
        boolean dotted = false;
        int limit = Math.min(to, at + MOST_HEADER);
        while (end < limit && b[end] != ' ' && b[end] != ':') {
            dotted |= b[end] == '.' || b[end] == '$' || b[end] == '#';
            dotted |= end > at && Ascii.upper(b[end]) && !Ascii.upper(b[end - 1]);
            end++;
        }
        if (end >= limit || Ascii.digit(b[at]) || b[at] == '"' || b[at] == '/') {
            return at;
        }
        if (b[end] == ':') {
            boolean line = end + 1 < to && Ascii.digit(b[end + 1]);
            if (line && dotted) {
                end += 1 + Ascii.digits(b, end + 1, to);
            }
            boolean alone = end < to && b[end] == ':' && end + 1 < to && b[end + 1] == ' ';
            return alone && dotted && levelKnown ? -Ascii.skipSpaces(b, end + 1, to) : at;
        }
        int next = Ascii.skipSpaces(b, end, to);
        boolean column = next > end + 1 && levelKnown;
        boolean dash = next + 1 < to && b[next] == '-' && b[next + 1] == ' ';
        boolean bracket = dotted && next < to && b[next] == '[' && levelKnown;
        if (dash) {
            return -Ascii.skipSpaces(b, next + 2, to);
        }
        return column || bracket ? next : at;
    }
}
