package dev.warroom.logs.line;

import dev.warroom.room.LogLevel;

/**
 * Android's logcat: {@code 03-17 16:13:45.382 1702 8671 D PowerManager: ready}, or {@code
 * D/PowerManager( 1702): ready} with a time before it or without.
 */
final class AndroidShape implements Shape {

    @Override
    public boolean read(byte[] b, int from, int to, TimeTable time, Head head) {
        int process = Ascii.skipSpaces(b, time.end, to);
        if (process + 1 < to && b[process + 1] == '/') {
            return brief(b, process, to, head);
        }
        int thread = Ascii.skipSpaces(b, process + Ascii.digits(b, process, to), to);
        int letter = Ascii.skipSpaces(b, thread + Ascii.digits(b, thread, to), to);
        boolean numbers = Ascii.digits(b, process, to) > 0 && Ascii.digits(b, thread, to) > 0;
        if (!numbers || letter + 2 >= to || b[letter + 1] != ' ') {
            return false;
        }
        LogLevel level = LevelWords.letter(b[letter]);
        if (level == LogLevel.NONE) {
            return false;
        }
        head.level = level;
        int tag = letter + 2;
        int colon = Ascii.find(b, tag, Math.min(to, tag + 60), ':');
        head.message = colon < 0 ? tag : Ascii.skipSpaces(b, colon + 1, to);
        return true;
    }

    private static boolean brief(byte[] b, int letter, int to, Head head) {
        LogLevel level = LevelWords.letter(b[letter]);
        int open = Ascii.find(b, letter + 2, Math.min(to, letter + 60), '(');
        if (level == LogLevel.NONE || open < 0) {
            return false;
        }
        int number = Ascii.skipSpaces(b, open + 1, to);
        int close = number + Ascii.digits(b, number, to);
        if (close == number || !Ascii.startsWith(b, close, to, "): ")) {
            return false;
        }
        head.level = level;
        head.message = close + 3;
        return true;
    }
}
