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
                            + " |are |stays? |should be |must be )?(?:below|under|less than|at"
                            + " most|above|over|more than|at least|exactly))"
                            + "\\s*(\\d{1,12}(?:[.,]\\d{1,6})?)\\s?(%|[\\p{L}/µ]{1,20})?.*",
                    Pattern.CASE_INSENSITIVE);

    private static final Hints IN_WORDS =
            Hints.inAnyCase(
                    "below",
                    "under",
                    "less than",
                    "at most",
                    "above",
                    "over",
                    "more than",
                    "at least",
                    "exactly");

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
        return Optional.of(
                new Comparison(
                        matcher.group(1).strip(),
                        relation(matcher.group(2).toLowerCase(Locale.ROOT)),
                        new BigDecimal(matcher.group(3).replace(',', '.')),
                        matcher.group(4) == null ? "" : matcher.group(4)));
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
                || words.endsWith("less than")) {
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
