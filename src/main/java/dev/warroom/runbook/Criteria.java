package dev.warroom.runbook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: "Symptom: …" in a line tells what one sees, and lists under "Symptoms", "When to …",
 * "Escalate … if", "References", "Common causes" and the like are read, never ticked.
 */
final class Criteria {

    private static final Pattern SYMPTOMS =
            Pattern.compile(
                    "(?:common |typical |known )?symptoms?|(?:common |typical )?error"
                            + " messages?|signs|what you (?:will )?see|indicators|how (?:to"
                            + " recogni[sz]e it|it looks)",
                    Pattern.CASE_INSENSITIVE);
    private static final Hints SEEN_BEGINS =
            Hints.inAnyCase("symptom", "error", "problem", "signs", "what you see");
    private static final Pattern SEEN =
            Pattern.compile(
                    "(?:symptoms?|error(?: messages?)?|problem|signs|what you see)"
                            + "\\s?(?::|\\s[–—-])\\s+(\\S.{2,500})",
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
    private static final int LONGEST_SIGNPOST = 28;
    private static final Pattern SIGNPOSTS =
            Pattern.compile(
                    "(?:table of )?contents|references?|see also|(?:external |useful )?links"
                            + "|further reading|(?:additional|related) (?:resources|links"
                            + "|runbooks|documents|documentation|pages|reading)"
                            + "|(?:(?:common|possible|likely|probable|potential|typical|usual|known"
                            + "|root) )?(?:root )?(?:causes?|culprits?|reasons)"
                            + "|interpretation|interpreting (?:the )?(?:results?|output)"
                            + "|what (?:it|this) means",
                    Pattern.CASE_INSENSITIVE);

    /** What a heading of such lists may begin with; finding none saves reading it. */
    private static final Hints SIGNPOST_BEGINS =
            Hints.inAnyCase(
                    "table",
                    "content",
                    "reference",
                    "see",
                    "external",
                    "useful",
                    "link",
                    "further",
                    "additional",
                    "related",
                    "common",
                    "possible",
                    "likely",
                    "probable",
                    "potential",
                    "typical",
                    "usual",
                    "known",
                    "root",
                    "cause",
                    "culprit",
                    "reason",
                    "interpret",
                    "what");

    private Criteria() {}

    static boolean is(String title) {
        String words = Caption.withoutColon(title);
        return areSymptoms(words)
                || decides(words)
                || words.length() <= LONGEST_SIGNPOST
                        && SIGNPOST_BEGINS.begin(words)
                        && SIGNPOSTS.matcher(words).matches();
    }

    static boolean areSymptoms(String title) {
        return SYMPTOM_BEGINS.begin(title.stripLeading())
                && SYMPTOMS.matcher(Caption.withoutColon(title)).matches();
    }

    /** Whether a line of {@code words}, with their markup, may say what one sees. */
    static boolean maySaySeen(String words) {
        int line = 0;
        do {
            if (SEEN_BEGINS.beginAt(words, firstLetter(words, line))) {
                return true;
            }
            line = words.indexOf('\n', line) + 1;
        } while (line > 0);
        return false;
    }

    /** Behind markup, and a box that may be ticked. */
    private static int firstLetter(String words, int from) {
        int at = from;
        while (at < words.length() && words.charAt(at) != '\n') {
            char letter = words.charAt(at);
            boolean tick = (letter == 'x' || letter == 'X') && words.startsWith("]", at + 1);
            if (Character.isLetter(letter) && !tick) {
                return at;
            }
            at++;
        }
        return at;
    }

    /** What one sees, where a line says so: {@code Symptom: the lamp is dark}. */
    static Optional<String> seen(String line) {
        String words = Mark.offWithBox(line);
        if (!SEEN_BEGINS.begin(words)) {
            return Optional.empty();
        }
        Matcher seen = SEEN.matcher(words);
        return seen.matches() ? Optional.of(seen.group(1).strip()) : Optional.empty();
    }

    static boolean decides(String title) {
        return DECIDES_BEGINS.begin(title.stripLeading())
                && DECIDES.matcher(Caption.withoutColon(title)).matches();
    }
}
