package dev.warroom.runbook;

import java.util.regex.Pattern;

/** Rule: lists under "Symptoms", "When to …" and "Escalate … if" are read, never ticked. */
final class Criteria {

    private static final Pattern SYMPTOMS =
            Pattern.compile(
                    "(?:common |typical |known )?symptoms?|signs|what you (?:will )?see"
                            + "|indicators|how (?:to recogni[sz]e it|it looks)",
                    Pattern.CASE_INSENSITIVE);
    private static final Hints SYMPTOM_BEGINS =
            Hints.inAnyCase(
                    "common", "typical", "known", "symptom", "signs", "what", "indicators", "how");
    private static final Hints DECIDES_BEGINS = Hints.inAnyCase("when", "escalat");
    private static final Pattern DECIDES =
            Pattern.compile(
                    "when (?:not )?to\\b.*|escalat(?:e|ion)\\b.*\\b(?:if|when|criteria)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTENTS =
            Pattern.compile("table of contents|contents", Pattern.CASE_INSENSITIVE);

    private Criteria() {}

    static boolean is(String title) {
        String words = Caption.withoutColon(title);
        return areSymptoms(words)
                || decides(words)
                || words.length() <= 17 && CONTENTS.matcher(words).matches();
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
