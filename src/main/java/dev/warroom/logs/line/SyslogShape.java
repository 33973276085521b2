package dev.warroom.logs.line;

import dev.warroom.room.LogLevel;

/**
 * The system's log, with or without a year, and as the journal prints it: {@code Mar 12 14:05:09
 * db1 sshd[4711]: refused}. The level is what {@code <11>} before it says, or a word of the
 * message.
 */
final class SyslogShape implements Shape {

    private static final int MOST_TAG = 64;

    private final LevelFinder levels;

    SyslogShape(LevelFinder levels) {
        this.levels = levels;
    }

    @Override
    public boolean read(byte[] b, int from, int to, TimeTable time, Head head) {
        int priority = priority(b, from, to);
        boolean named = Ascii.letter(b[time.begin]);
        int start = priority >= 0 ? Ascii.find(b, from, to, '>') + 1 : from;
        boolean first = time.begin <= start + 2;
        if (!first || priority < 0 && !named && !tagged(b, time.end, to)) {
            return false;
        }
        if (named && b[time.begin - (time.begin > from ? 1 : 0)] == '[') {
            return false;
        }
        head.message = message(b, time.end, to);
        head.level =
                priority >= 0 ? LevelWords.syslog(priority & 7) : ofMessage(b, head.message, to);
        return true;
    }

    /** Where the message begins behind the host and the program's name. */
    static int message(byte[] b, int time, int to) {
        int host = Ascii.skipSpaces(b, time, to);
        int hostEnd = Ascii.find(b, host, to, ' ');
        if (hostEnd < 0) {
            return host;
        }
        int tag = Ascii.skipSpaces(b, hostEnd, to);
        if (host < to && b[hostEnd - 1] == ':') {
            return tag;
        }
        int end = endOfTag(b, tag, to);
        return end < 0 ? tag : Ascii.skipSpaces(b, end, to);
    }

    private static int priority(byte[] b, int from, int to) {
        int digits = b[from] == '<' ? Ascii.digits(b, from + 1, to) : 0;
        boolean closed =
                digits > 0 && digits <= 3 && from + 1 + digits < to && b[from + 1 + digits] == '>';
        return closed ? Ascii.number(b, from + 1, digits, to) : -1;
    }

    /** Whether a host and a program with its number follow. */
    private static boolean tagged(byte[] b, int time, int to) {
        int host = Ascii.skipSpaces(b, time, to);
        int hostEnd = Ascii.find(b, host, to, ' ');
        if (hostEnd < 0 || host == time) {
            return false;
        }
        for (int i = host; i < hostEnd; i++) {
            if (!Ascii.word(b[i]) && b[i] != '-' && b[i] != '.') {
                return false;
            }
        }
        int tag = hostEnd + 1;
        int open = Ascii.find(b, tag, Math.min(to, tag + MOST_TAG), '[');
        int digits = open < 0 ? 0 : Ascii.digits(b, open + 1, to);
        if (digits == 0 || !Ascii.startsWith(b, open + 1 + digits, to, "]:")) {
            return false;
        }
        int space = Ascii.find(b, tag, to, ' ');
        return space < 0 || space > open;
    }

    /** Behind the colon of {@code sshd(pam_unix)[4711]: }, of {@code kernel: }; -1 without one. */
    private static int endOfTag(byte[] b, int tag, int to) {
        int limit = Math.min(to, tag + MOST_TAG);
        for (int i = tag; i < limit; i++) {
            boolean colon = b[i] == ':' && (i + 1 == to || b[i + 1] == ' ');
            if (colon) {
                return i + 1;
            }
            if (b[i] == ' ' && !number(b, tag, limit)) {
                return -1;
            }
        }
        return -1;
    }

    /** Names with blanks are names where their number follows. */
    private static boolean number(byte[] b, int tag, int limit) {
        int open = Ascii.find(b, tag, limit, '[');
        int digits = open < 0 ? 0 : Ascii.digits(b, open + 1, limit);
        return digits > 0 && open + 1 + digits < limit && b[open + 1 + digits] == ']';
    }

    private LogLevel ofMessage(byte[] b, int message, int to) {
        int end = Ascii.endOfWord(b, message, to);
        if (end < to && b[end] == ':') {
            LogLevel word = LevelWords.meaning(b, message, end - message, true);
            if (word != LogLevel.NONE) {
                return word;
            }
        }
        return levels.anywhere(b, message, to, message);
    }
}
