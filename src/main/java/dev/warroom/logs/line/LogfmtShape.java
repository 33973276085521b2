package dev.warroom.logs.line;

/** Pairs such as {@code time=2026-03-12T14:05:09Z level=warn msg="slow query" took=3s}. */
final class LogfmtShape implements Shape {

    private final LevelFinder levels;

    LogfmtShape(LevelFinder levels) {
        this.levels = levels;
    }

    @Override
    public boolean read(byte[] b, int from, int to, TimeTable time, Head head) {
        int name = from;
        while (name < to && (Ascii.word(b[name]) || b[name] == '.' || b[name] == '@')) {
            name++;
        }
        if (name == from || name >= to || b[name] != '=') {
            return false;
        }
        int message = field(b, from, to, "msg=");
        if (message < 0) {
            message = field(b, from, to, "message=");
        }
        int level = field(b, from, to, "level=");
        if (level < 0) {
            level = field(b, from, to, "lvl=");
        }
        if (message < 0 && level < 0) {
            return false;
        }
        head.level =
                level < 0
                        ? levels.find(b, from, to, from)
                        : LevelWords.inPlace(
                                b,
                                unquoted(b, level, to),
                                Ascii.endOfWord(b, unquoted(b, level, to), to)
                                        - unquoted(b, level, to));
        if (message >= 0) {
            head.message = unquoted(b, message, to);
            int end = Ascii.find(b, head.message, to, head.message > message ? '"' : ' ');
            head.messageEnd = end < 0 ? to : end;
        }
        return true;
    }

    private static int unquoted(byte[] b, int at, int to) {
        return at < to && b[at] == '"' ? at + 1 : at;
    }

    /** Where the value of {@code field} begins, outside of quotes; -1 without one. */
    private static int field(byte[] b, int from, int to, String field) {
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            if (b[i] == '"') {
                quoted = !quoted;
            } else if (b[i] == '\\') {
                i++;
            } else if (!quoted
                    && (i == from || b[i - 1] == ' ')
                    && Ascii.startsWith(b, i, to, field)) {
                return i + field.length();
            }
        }
        return -1;
    }
}
