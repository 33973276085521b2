package dev.warroom.logs.line;

import dev.warroom.room.LogLevel;

/**
 * Finds the level in lines that put it somewhere at their beginning, among other things.
 *
 * <p>The first that is found in the first {@value #LOOKED_AT} bytes counts: one of the usual words
 * in capitals, any of the words in brackets or right behind the time, a field such as {@code
 * level=error}.
 */
final class LevelFinder {

    private static final int LOOKED_AT = 120;

    private static final String[] FIELDS = {"level", "lvl", "severity", "loglevel"};

    /** Where the word that says the level ends. */
    int end;

    private int column = -1;

    /**
     * @param time where the line's time ends; {@code from} where it has none
     */
    LogLevel find(byte[] b, int from, int to, int time) {
        if (column >= 0) {
            int at = from + column;
            if (at < to && at >= time && !Ascii.word(b[at - 1 < from ? from : at - 1])) {
                LogLevel again = LevelWords.meaning(b, at, length(b, at, to), false);
                if (again != LogLevel.NONE) {
                    end = at + length(b, at, to);
                    return again;
                }
            }
        }
        LogLevel level = behindTime(b, from, to, time);
        return level != LogLevel.NONE ? level : anywhere(b, from, to, time);
    }

    private static int length(byte[] b, int at, int to) {
        return Ascii.endOfWord(b, at, to) - at;
    }

    /** {@code 10:15:31, Info} and {@code 10:15:31.120 I NETWORK}. */
    private LogLevel behindTime(byte[] b, int from, int to, int time) {
        if (time == from) {
            return LogLevel.NONE;
        }
        int at = time;
        while (at < to && between(b[at])) {
            at++;
        }
        int length = length(b, at, to);
        end = at + length;
        if (length == 1) {
            return alone(b, to) ? LevelWords.letter(b[at]) : LogLevel.NONE;
        }
        boolean marked = end < to && "|:],\t".indexOf(b[end]) >= 0;
        boolean column = end + 1 < to && b[end] == ' ' && b[end + 1] == ' ';
        if (marked || column || length == 3 && Ascii.upper(b[at + 1])) {
            return LevelWords.inPlace(b, at, length);
        }
        boolean word = end == to || b[end] == ' ';
        return word ? LevelWords.meaning(b, at, length, true) : LogLevel.NONE;
    }

    private static boolean between(byte b) {
        return switch (b) {
            case ' ', '\t', ',', ':', '|', ']', '-' -> true;
            default -> false;
        };
    }

    /** A letter before a name in capitals or in brackets, not the first word of a sentence. */
    private boolean alone(byte[] b, int to) {
        int next = Ascii.skip(b, end, to, (byte) ' ');
        return next > end && next < to && (Ascii.upper(b[next]) || b[next] == '[')
                || end < to && b[end] == '/';
    }

    LogLevel anywhere(byte[] b, int from, int to, int time) {
        int limit = Math.min(to, from + LOOKED_AT);
        int at = from;
        while (at < limit) {
            if (!Ascii.letter(b[at])) {
                at = Ascii.word(b[at]) ? Ascii.endOfWord(b, at, to) : at + 1;
                continue;
            }
            int wordEnd = Ascii.endOfWord(b, at, to);
            LogLevel level = word(b, from, at, wordEnd, to);
            if (level != LogLevel.NONE) {
                if (at >= time && Ascii.upper(b[at])) {
                    column = at - from;
                }
                return level;
            }
            at = wordEnd;
        }
        return LogLevel.NONE;
    }

    private LogLevel word(byte[] b, int from, int at, int wordEnd, int to) {
        int length = wordEnd - at;
        end = wordEnd;
        if (length == 1) {
            return brief(b, from, at, to);
        }
        if (length < 3) {
            return LogLevel.NONE;
        }
        if (field(b, at, length)) {
            LogLevel value = value(b, wordEnd, to);
            if (value != LogLevel.NONE) {
                return value;
            }
        }
        boolean bracketed = at > from && enclosed(b, from, at, wordEnd, to);
        if (bracketed) {
            return LevelWords.inPlace(b, at, length);
        }
        LogLevel level = LevelWords.meaning(b, at, length, false);
        if (level != LogLevel.NONE) {
            return level;
        }
        boolean colon = wordEnd < to && b[wordEnd] == ':';
        if (colon && Ascii.startsWith(b, at, to, "LOG:  ")) {
            return LogLevel.INFO;
        }
        return Ascii.startsWith(b, at, to, "FAILURE") && length == 7 && rack(b, from, at)
                ? LogLevel.CRITICAL
                : LogLevel.NONE;
    }

    /** {@code [error]}, {@code [mpm:notice]}, {@code [ WARN]}, {@code <info>}, {@code (WARN)}. */
    private static boolean enclosed(byte[] b, int from, int at, int wordEnd, int to) {
        int close = Ascii.skip(b, wordEnd, to, (byte) ' ');
        if (close >= to || "])>".indexOf(b[close]) < 0) {
            return false;
        }
        int open = at - 1;
        while (open > from && b[open] == ' ') {
            open--;
        }
        if (b[open] == ':') {
            open--;
            while (open > from && Ascii.word(b[open])) {
                open--;
            }
        }
        return "[(<".indexOf(b[open]) == "])>".indexOf(b[close]);
    }

    /** {@code E/Tag(12):} and {@code [W 10:15:31 …]} at the line's beginning. */
    private static LogLevel brief(byte[] b, int from, int at, int to) {
        boolean tag = at == from && at + 1 < to && b[at + 1] == '/';
        boolean open = at == from + 1 && b[from] == '[' && at + 1 < to && b[at + 1] == ' ';
        return tag || open ? LevelWords.letter(b[at]) : LogLevel.NONE;
    }

    /** Blue Gene machines call what is worst a failure, behind the name of the part. */
    private static boolean rack(byte[] b, int from, int at) {
        for (int i = Math.max(from, at - 30); i < at - 4; i++) {
            if (Ascii.startsWith(b, i, at, " RAS ")) {
                return true;
            }
        }
        return false;
    }

    private static boolean field(byte[] b, int at, int length) {
        for (String field : FIELDS) {
            if (field.length() == length && Ascii.startsWithAnyCase(b, at, at + length, field)) {
                return true;
            }
        }
        return false;
    }

    private LogLevel value(byte[] b, int afterField, int to) {
        int at = skipQuotes(b, afterField, to);
        if (at >= to || b[at] != '=' && b[at] != ':') {
            return LogLevel.NONE;
        }
        int start = skipQuotes(b, at + 1, to);
        end = Ascii.endOfWord(b, start, to);
        return LevelWords.inPlace(b, start, end - start);
    }

    private static int skipQuotes(byte[] b, int from, int to) {
        int at = from;
        while (at < to && (b[at] == '"' || b[at] == '\'' || b[at] == ' ')) {
            at++;
        }
        return at;
    }
}
