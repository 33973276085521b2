package dev.warroom.logs.line;

import dev.warroom.room.LogLevel;

/**
 * Redis: {@code 4711:M 12 Mar 2026 14:05:09.120 # out of memory}. Behind the time stands a mark: a
 * dot for debug, a dash for information, a star for a notice, a hash for a warning.
 */
final class RedisShape implements Shape {

    @Override
    public boolean read(byte[] b, int from, int to, TimeTable time, Head head) {
        int digits = Ascii.digits(b, from, to);
        boolean role = digits > 0 && time.begin == from + digits + 3 && b[from + digits] == ':';
        int mark = time.end + 1;
        if (!role || mark + 1 >= to || b[mark + 1] != ' ') {
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
}
