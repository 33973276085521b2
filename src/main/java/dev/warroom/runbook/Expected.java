package dev.warroom.runbook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: under "Expected", "Expected Results" and the like, or behind it in the same line, stands
 * what must hold afterwards.
 */
final class Expected {

    private static final String WORDS =
            "expected(?: (?:results?|outcomes?|outputs?|responses?|states?|behaviou?rs?|values?))?";
    private static final Pattern NAME = Pattern.compile(WORDS, Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE =
            Pattern.compile(
                    "[*_]{0,3}" + WORDS + "[*_]{0,3}:[*_]{0,3}\\s+(\\S.{0,300}[^:\\s])",
                    Pattern.CASE_INSENSITIVE);

    /** Of more lines nobody says which of them count: they are shown, and not compared. */
    private static final int MOST_PRINTED = 4;

    private Expected() {}

    /** What must be printed, a line each; nothing where that is much. */
    static List<String> printed(Block.Code code) {
        List<String> lines =
                code.lines().stream().filter(it -> !it.isBlank()).map(String::strip).toList();
        return lines.size() <= MOST_PRINTED ? lines : List.of();
    }

    static boolean is(String caption) {
        return caption.regionMatches(true, 0, "expected", 0, 8)
                && NAME.matcher(Caption.withoutColon(caption)).matches();
    }

    /** What one line says must hold: "Expected: lag < 30 s". */
    static Optional<String> in(String raw) {
        int begin = 0;
        while (begin < raw.length() && "*_".indexOf(raw.charAt(begin)) >= 0) {
            begin++;
        }
        if (!raw.regionMatches(true, begin, "expected", 0, 8)) {
            return Optional.empty();
        }
        Matcher line = LINE.matcher(raw);
        return line.matches() ? Optional.of(Inline.plain(line.group(1))) : Optional.empty();
    }
}
