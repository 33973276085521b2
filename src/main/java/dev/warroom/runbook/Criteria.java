package dev.warroom.runbook;

import java.util.regex.Pattern;

/**
 * Rule: lists under "Symptoms", "When to …", "Escalate … if", "References" and the like are read,
 * never ticked.
 */
final class Criteria {

    private static final Pattern SYMPTOMS =
            Pattern.compile(
                    "(?:common |typical |known )?symptoms?|(?:common |typical )?error"
                            + " messages?|signs|what you (?:will )?see|indicators|how (?:to"
                            + " recogni[sz]e it|it looks)",
                    Pattern.CASE_INSENSITIVE);
    private static final Hints SYMPTOM_BEGINS =
            Hints.inAnyCase(
                    "common",
                    "typical",
                    "known",
                    "symptom",
                    "error",
                    "signs",
                    "what",
                    "indicators",
                    "how");
    private static final Hints DECIDES_BEGINS = Hints.inAnyCase("when", "escalat");
    private static final Pattern DECIDES =
            Pattern.compile(
                    "when (?:not )?to\\b.*|escalat(?:e|ion)\\b.*\\b(?:if|when|criteria)",
                    Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_SIGNPOST = 26;
    private static final Pattern SIGNPOSTS =
            Pattern.compile(
                    "(?:table of )?contents|references?|see also|(?:external |useful )?links"
                            + "|further reading|(?:additional|related) (?:resources|links"
                            + "|runbooks|documents|documentation|pages|reading)",
                    Pattern.CASE_INSENSITIVE);

    private Criteria() {}

    static boolean is(String title) {
        String words = Caption.withoutColon(title);
        return areSymptoms(words)
                || decides(words)
                || words.length() <= LONGEST_SIGNPOST && SIGNPOSTS.matcher(words).matches();
    }

    static boolean areSymptoms(String title) {
        return SYMPTOM_BEGINS.begin(title.stripLeading())
                && SYMPTOMS.matcher(Caption.withoutColon(title)).matches();
    }

    static boolean decides(String title) {
        return DECIDES_BEGINS.begin(title.stripLeading())
                && DECIDES.matcher(Caption.withoutColon(title)).matches();
    }
}
