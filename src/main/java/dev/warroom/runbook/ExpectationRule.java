package dev.warroom.runbook;

import dev.warroom.runbook.Expectation.Comparison;
import dev.warroom.runbook.Expectation.Relation;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule: an expectation with a number behind "<", "below" and the like can be compared. */
final class ExpectationRule {

    private static final Pattern COMPARED =
            Pattern.compile(
                    "[^\\p{L}\\d]*([\\p{L}\\d][^<>=≤≥]{0,120}?)\\s*:?\\s*(<="
                            + "|>=|≤|≥|==?|<|>|\\b(?:is"
                            + " |are |stays? |should be |must be )?(?:below|under|(?:less"
                            + "|fewer|lower|more|greater|higher) than|at most|above|over"
                            + "|at least|exactly))"
                            + "\\s*(\\d{1,12}(?:[.,]\\d{1,6})?)\\s?(%|[\\p{L}/µ]{1,20})?.*",
                    Pattern.CASE_INSENSITIVE);

    private static final Hints IN_WORDS =
            Hints.inAnyCase(
                    "below",
                    "under",
                    "less than",
                    "fewer than",
                    "lower than",
                    "at most",
                    "above",
                    "over",
                    "more than",
                    "greater than",
                    "higher than",
                    "at least",
                    "exactly");

    /** Says the opposite of what stands behind it: "not above". */
    private static final Pattern NOT =
            Pattern.compile(
                    "(.*?)[\\s:]*\\b(?:(?:is |are |stays? |must |should |may )?(?:no|not|never)"
                            + "|(?:is|are)n['’]t)(?: be)?",
                    Pattern.CASE_INSENSITIVE);

    private ExpectationRule() {}

    /**
     * @param line one bullet, with its mark
     */
    static Expectation of(String line) {
        String words = Mark.off(line);
        return new Expectation(words, words.length() > 500 ? Optional.empty() : comparison(words));
    }

    private static Optional<Comparison> comparison(String words) {
        if (!hasDigit(words) || !mayCompare(words)) {
            return Optional.empty();
        }
        Matcher matcher = COMPARED.matcher(words);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String subject = matcher.group(1).strip();
        Optional<Relation> relation =
                Optional.of(relation(matcher.group(2).toLowerCase(Locale.ROOT)));
        Matcher not = NOT.matcher(subject);
        if (not.matches()) {
            subject = not.group(1).strip();
            relation = relation.flatMap(ExpectationRule::opposite);
        }
        if (subject.isEmpty() || relation.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Comparison(
                        subject,
                        relation.get(),
                        new BigDecimal(matcher.group(3).replace(',', '.')),
                        matcher.group(4) == null ? "" : matcher.group(4)));
    }

    private static Optional<Relation> opposite(Relation relation) {
        return switch (relation) {
            case LESS -> Optional.of(Relation.AT_LEAST);
            case AT_MOST -> Optional.of(Relation.GREATER);
            case AT_LEAST -> Optional.of(Relation.LESS);
            case GREATER -> Optional.of(Relation.AT_MOST);
            case EQUAL -> Optional.empty();
        };
    }

    private static boolean mayCompare(String words) {
        return words.indexOf('<') >= 0
                || words.indexOf('>') >= 0
                || words.indexOf('=') >= 0
                || words.indexOf('≤') >= 0
                || words.indexOf('≥') >= 0
                || IN_WORDS.standIn(words);
    }

    private static boolean hasDigit(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) >= '0' && words.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static Relation relation(String words) {
        if (words.equals("<")
                || words.endsWith("below")
                || words.endsWith("under")
                || words.endsWith("less than")
                || words.endsWith("fewer than")
                || words.endsWith("lower than")) {
            return Relation.LESS;
        }
        if (words.equals("<=") || words.equals("≤") || words.endsWith("at most")) {
            return Relation.AT_MOST;
        }
        if (words.equals(">=") || words.equals("≥") || words.endsWith("at least")) {
            return Relation.AT_LEAST;
        }
        return words.startsWith("=") || words.endsWith("exactly")
                ? Relation.EQUAL
                : Relation.GREATER;
    }
}
