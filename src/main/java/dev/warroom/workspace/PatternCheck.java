package dev.warroom.workspace;

import dev.warroom.problem.Location;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Whether a text is a regular expression. */
final class PatternCheck {

    private PatternCheck() {}

    /** Adds a finding where it is none. */
    static boolean good(String pattern, String key, Location at, Findings findings) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            findings.error(
                    at,
                    "\"%s\" must be a regular expression, and \"%s\" is none: %s"
                            .formatted(key, Shown.of(pattern), e.getDescription()),
                    "Write \\ before a character that is meant as it stands.");
            return false;
        }
    }
}
