package dev.warroom.runbook;

import java.util.regex.Pattern;

/**
 * Rule: a heading such as "Diagnosis", "Verification" or "Step 2: …" names a part of the procedure
 * above it, not a procedure of its own; so does one that says when it is its turn: "Look (0-5
 * minutes)".
 */
final class PartName {

    private static final String DONE =
            "(?:checks?|diagnos(?:is|e|tics?)|triage|investigat(?:ion|e)|steps?|procedures?|actions?"
                + "|mitigat(?:ion|e)|resolutions?|remediation|troubleshooting|verif(?:ication|y)|validation|rollback|roll"
                + " back|recovery|clean ?up|responses?|post-incident)";

    private static final Pattern NAME =
            Pattern.compile(
                    "(?:\\d{1,2}[.)]\\s)?(?:(?:the )?(?:symptoms?|error"
                        + " messages?|overview|background|context|summary|prerequisites?|preparations?|before"
                        + " you \\w{3,20}(?: back|"
                        + " over)?|(?:(?:immediate|initial|first|quick|basic|next|follow-up) )?"
                            + DONE
                            + "(?: (?:steps?|checks?|procedures?|actions?|commands?))?|(?:alternative"
                            + " |possible |quick |permanent"
                            + " )?(?:resolutions?|solutions?|fix(?:es)?|workarounds?|causes?)|resolve|how"
                            + " to (?:fix|resolve|solve)(?: (?:it|this))?|afterwards|follow[- ]up"
                            + "|communication|escalation|notes?|options?)|(?:step|phase|part|stage)"
                            + " \\d{1,2}\\b.*)",
                    Pattern.CASE_INSENSITIVE);

    /** From one moment of the incident to another; "30 minutes" is how long something takes. */
    private static final Pattern SPAN = Pattern.compile("\\d.*(?:[-–—]|\\bto\\b)");

    private PartName() {}

    static boolean is(TimeBoxRule.Titled read) {
        return read.timeBox().filter(box -> SPAN.matcher(box.words()).find()).isPresent()
                || NAME.matcher(Caption.withoutColon(read.title())).matches();
    }
}
