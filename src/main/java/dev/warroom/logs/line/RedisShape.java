package dev.warroom.logs.line;

import dev.warroom.room.LogLevel;

/**
 * Redis: {@code 4711:M 12 Mar 2026 14:05:09.120 # out of memory}, without the year before version
 * 5. Behind the time stands a mark: a dot for debug, a dash for information, a star for a notice, a
 * hash for a warning.
 */
final class RedisShape implements Shape {

    @Override
    public boolean read(byte[] b, int from, int to, TimeTable time, Head head) {
        int mark = time.end + 1;
        if (!process(b, from, time.begin) || mark + 1 >= to || b[mark + 1] != ' ') {
            return false;
        }
        switch (b[mark]) {
            case '.' -> head.level = LogLevel.DEBUG;
            case '-' -> head.level = LogLevel.INFO;
            case '*' -> head.level = LogLevel.NOTICE;
            case '#' -> head.level = LogLevel.WARNING;
            default -> {
                return false;
            }
        }
        head.message = mark + 2;
        return true;
    }

    /** {@code 4711:M}, or {@code [4711]} as its first versions write. */
    private static boolean process(byte[] b, int from, int begin) {
        boolean bracketed = b[from] == '[';
        int number = bracketed ? from + 1 : from;
        int behind = number + Ascii.digits(b, number, begin);
        return behind > number
                && (bracketed
                        ? begin == behind + 2 && b[behind] == ']'
                        : begin == behind + 3 && b[behind] == ':');
    }
}
