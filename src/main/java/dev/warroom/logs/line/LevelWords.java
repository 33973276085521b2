package dev.warroom.logs.line;

import dev.warroom.room.LogLevel;

/** The words by which programs say how grave something is. */
final class LevelWords {

    private LevelWords() {}

    /**
     * What the word of {@code length} bytes at {@code from} means; NONE where it is another one.
     */
    static LogLevel meaning(byte[] b, int from, int length, boolean anyCase) {
        if (length < 3 || length > 13) {
            return LogLevel.NONE;
        }
        return switch (b[from] | 0x20) {
            case 'e' ->
                    any(b, from, length, anyCase, "error", "err")
                            ? LogLevel.ERROR
                            : any(b, from, length, anyCase, "emerg", "emergency")
                                    ? LogLevel.CRITICAL
                                    : LogLevel.NONE;
            case 'w' -> one(b, from, length, anyCase, LogLevel.WARNING, "warning", "warn");
            case 'i' -> one(b, from, length, anyCase, LogLevel.INFO, "info", "");
            case 'd' ->
                    any(b, from, length, anyCase, "debug", "debug1")
                                    || any(b, from, length, anyCase, "debug2", "debug3")
                                    || any(b, from, length, anyCase, "debug4", "debug5")
                            ? LogLevel.DEBUG
                            : LogLevel.NONE;
            case 't' -> one(b, from, length, anyCase, LogLevel.TRACE, "trace", "");
            case 'f' -> one(b, from, length, anyCase, LogLevel.CRITICAL, "fatal", "");
            case 'c' -> one(b, from, length, anyCase, LogLevel.CRITICAL, "critical", "crit");
            case 'a' -> one(b, from, length, anyCase, LogLevel.CRITICAL, "alert", "");
            case 'p' -> one(b, from, length, anyCase, LogLevel.CRITICAL, "panic", "");
            case 'n' -> one(b, from, length, anyCase, LogLevel.NOTICE, "notice", "");
            case 's' -> one(b, from, length, anyCase, LogLevel.ERROR, "severe", "");
            default -> LogLevel.NONE;
        };
    }

    /**
     * What a word means that stands where programs put the level: in brackets, behind the time, in
     * a field. Words count there that are too common elsewhere.
     */
    static LogLevel inPlace(byte[] b, int from, int length) {
        LogLevel usual = meaning(b, from, length, true);
        if (usual != LogLevel.NONE || length < 3 || length > 13) {
            return usual;
        }
        return switch (b[from] | 0x20) {
            case 'w' -> one(b, from, length, true, LogLevel.WARNING, "wrn", "");
            case 'i' -> one(b, from, length, true, LogLevel.INFO, "inf", "information");
            case 'd' -> one(b, from, length, true, LogLevel.DEBUG, "dbg", "deb");
            case 't' -> one(b, from, length, true, LogLevel.TRACE, "trc", "");
            case 'v' -> one(b, from, length, true, LogLevel.TRACE, "verbose", "vrb");
            case 'f' ->
                    any(b, from, length, true, "fine", "")
                            ? LogLevel.DEBUG
                            : any(b, from, length, true, "finer", "finest")
                                    ? LogLevel.TRACE
                                    : one(b, from, length, true, LogLevel.CRITICAL, "ftl", "");
            case 'n' -> one(b, from, length, true, LogLevel.NOTICE, "note", "");
            case 's' -> one(b, from, length, true, LogLevel.NOTICE, "system", "");
            case 'p' -> one(b, from, length, true, LogLevel.CRITICAL, "pnc", "");
            case 'l' -> one(b, from, length, true, LogLevel.INFO, "log", "");
            case 'c' -> one(b, from, length, true, LogLevel.INFO, "config", "");
            default -> LogLevel.NONE;
        };
    }

    /** What a single letter means where programs put the level. */
    static LogLevel letter(byte letter) {
        return switch (letter) {
            case 'V', 'T' -> LogLevel.TRACE;
            case 'D' -> LogLevel.DEBUG;
            case 'I' -> LogLevel.INFO;
            case 'W' -> LogLevel.WARNING;
            case 'E' -> LogLevel.ERROR;
            case 'F' -> LogLevel.CRITICAL;
            default -> LogLevel.NONE;
        };
    }

    /**
     * @param severity 0 to 7 as syslog counts them (RFC 5424, 6.2.1)
     */
    static LogLevel syslog(int severity) {
        return switch (severity) {
            case 0, 1, 2 -> LogLevel.CRITICAL;
            case 3 -> LogLevel.ERROR;
            case 4 -> LogLevel.WARNING;
            case 5 -> LogLevel.NOTICE;
            case 6 -> LogLevel.INFO;
            case 7 -> LogLevel.DEBUG;
            default -> LogLevel.NONE;
        };
    }

    private static LogLevel one(
            byte[] b,
            int from,
            int length,
            boolean anyCase,
            LogLevel level,
            String first,
            String second) {
        return any(b, from, length, anyCase, first, second) ? level : LogLevel.NONE;
    }

    private static boolean any(
            byte[] b, int from, int length, boolean anyCase, String first, String second) {
        return is(b, from, length, anyCase, first) || is(b, from, length, anyCase, second);
    }

    /** Words in capitals, unless any case will do. */
    private static boolean is(byte[] b, int from, int length, boolean anyCase, String word) {
        if (word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            int c = b[from + i];
            boolean lower = c >= 'a' && c <= 'z';
            if (lower && !anyCase || Ascii.letter((byte) c) && (c | 0x20) != word.charAt(i)) {
                return false;
            }
            if (!Ascii.letter((byte) c) && c != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
