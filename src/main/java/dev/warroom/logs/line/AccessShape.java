package dev.warroom.logs.line;

import dev.warroom.room.LogLevel;

/**
 * Requests as web servers write them down: {@code 10.1.0.7 - ana [12/Mar/2026:14:05:09 +0000] "GET
 * / HTTP/1.1" 503 17}. A status from 500 is an error, one from 400 a warning.
 */
final class AccessShape implements Shape {

    @Override
    public boolean read(byte[] b, int from, int to, TimeTable time, Head head) {
        int begin = time.begin;
        boolean bracketed = begin > from && b[begin - 1] == '[';
        if (!bracketed || !Ascii.startsWith(b, time.end, to, "] \"")) {
            return false;
        }
        int request = time.end + 3;
        int close = Ascii.find(b, request, to, '"');
        int status = close < 0 ? -1 : Ascii.number(b, close + 2, 3, to);
        if (status < 100 || status > 599) {
            return false;
        }
        head.level =
                status >= 500 ? LogLevel.ERROR : status >= 400 ? LogLevel.WARNING : LogLevel.INFO;
        head.message = request - 1;
        return true;
    }
}
