package dev.warroom.runbook;

import java.util.regex.Pattern;

/** Rule: under "Expected", "Expected Results" and the like stands what must hold afterwards. */
final class Expected {

    private static final Pattern NAME =
            Pattern.compile(
                    "expected(?: (?:results?|outcomes?|outputs?|states?|behaviou?rs?|values?))?",
                    Pattern.CASE_INSENSITIVE);

    private Expected() {}

    static boolean is(String caption) {
        return caption.regionMatches(true, 0, "expected", 0, 8)
                && NAME.matcher(Caption.withoutColon(caption)).matches();
    }
}
