package dev.warroom.logs;

import dev.warroom.room.LogLevel;

/**
 * Tells how grave the lines of one file call themselves.
 *
 * <p>The first that is found in the first {@value #LOOKED_AT} characters counts: one of the usual
 * words in capitals ({@code ERROR}, {@code WARN}), a word in brackets ({@code [error]}), or a field
 * ({@code level=error}, {@code "severity":"warning"}); fields of a JSON line count wherever they
 * stand. A line of a stack trace has the level of the event that it belongs to.
 */
final class Levels {

    private static final int LOOKED_AT = 120;

    private static final String[] WORDS = {
        "ERROR",
        "WARN",
        "WARNING",
        "INFO",
        "DEBUG",
        "TRACE",
        "FATAL",
        "CRITICAL",
        "CRIT",
        "EMERG",
        "EMERGENCY",
        "ALERT",
        "PANIC",
        "NOTICE",
        "SEVERE",
        "ERR"
    };

    private static final LogLevel[] MEANINGS = {
        LogLevel.ERROR,
        LogLevel.WARNING,
        LogLevel.WARNING,
        LogLevel.INFO,
        LogLevel.DEBUG,
        LogLevel.TRACE,
        LogLevel.CRITICAL,
        LogLevel.CRITICAL,
        LogLevel.CRITICAL,
        LogLevel.CRITICAL,
        LogLevel.CRITICAL,
        LogLevel.CRITICAL,
        LogLevel.CRITICAL,
        LogLevel.NOTICE,
        LogLevel.ERROR,
        LogLevel.ERROR
    };

    private static final String[] FIELDS = {"level", "lvl", "severity", "loglevel"};

    private LogLevel event = LogLevel.NONE;

    /** The level of the file's next line. */
    LogLevel next(String line) {
        if (!StackTrace.continues(line)) {
            event = of(line);
        }
        return event;
    }

    /** The level of a line that stands alone. */
    static LogLevel of(String line) {
        boolean json = !line.isEmpty() && line.charAt(0) == '{';
        int end = json ? line.length() : Math.min(LOOKED_AT, line.length());
        int i = 0;
        while (i < end) {
            if (!wordCharacter(line.charAt(i))) {
                i++;
                continue;
            }
            int wordEnd = endOfWord(line, i);
            LogLevel level = inside(line, i, wordEnd, json);
            if (level != LogLevel.NONE) {
                return level;
            }
            i = wordEnd;
        }
        return LogLevel.NONE;
    }

    /** What the word from {@code start} to {@code end} says together with what stands around it. */
    private static LogLevel inside(String line, int start, int end, boolean json) {
        int length = end - start;
        if (length < 3 || length > 9) {
            return LogLevel.NONE;
        }
        if (field(line, start, length)) {
            return value(line, end);
        }
        boolean bracketed =
                start > 0
                        && line.charAt(start - 1) == '['
                        && end < line.length()
                        && line.charAt(end) == ']';
        // Within JSON a capital word is part of the message more often than not.
        return bracketed || !json ? meaning(line, start, length, bracketed) : LogLevel.NONE;
    }

    private static boolean field(String line, int start, int length) {
        for (String field : FIELDS) {
            if (field.length() == length && line.regionMatches(true, start, field, 0, length)) {
                return true;
            }
        }
        return false;
    }

    private static LogLevel value(String line, int afterField) {
        int i = skip(line, afterField, "\"' ");
        if (i >= line.length() || (line.charAt(i) != '=' && line.charAt(i) != ':')) {
            return LogLevel.NONE;
        }
        int start = skip(line, i + 1, "\"' ");
        return meaning(line, start, endOfWord(line, start) - start, true);
    }

    private static int skip(String line, int from, String characters) {
        int i = from;
        while (i < line.length() && characters.indexOf(line.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static LogLevel meaning(String line, int start, int length, boolean anyCase) {
        for (int i = 0; i < WORDS.length; i++) {
            if (WORDS[i].length() == length
                    && line.regionMatches(anyCase, start, WORDS[i], 0, length)) {
                return MEANINGS[i];
            }
        }
        return LogLevel.NONE;
    }

    private static int endOfWord(String line, int start) {
        int i = start;
        while (i < line.length() && wordCharacter(line.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean wordCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || (c > 0x7F && Character.isLetter(c));
    }
}
