package dev.warroom.runbook;

import java.util.regex.Pattern;

/** Rule: lists under "Symptoms", "When to …" and "Escalate … if" are read, never ticked. */
final class Criteria {

    private static final Pattern NAME =
            Pattern.compile(
                    "symptoms?|when (?:not )?to\\b.*|escalate\\b.*\\bif|table of contents|contents",
                    Pattern.CASE_INSENSITIVE);

    private Criteria() {}

    static boolean is(String title) {
        return NAME.matcher(Caption.withoutColon(title)).matches();
    }
}
