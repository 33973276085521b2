package dev.warroom.workspace;

import dev.warroom.policy.Check;
import dev.warroom.policy.Range;
import dev.warroom.policy.Thresholds;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code warning} and {@code critical}, written as the guidelines for monitoring plugins write
 * ranges. Numbers may have a unit that fits what is counted: {@code 500ms}, {@code 26h:}, {@code
 * 80%}.
 */
final class ThresholdReader {

    private static final Pattern WITH_UNIT =
            Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)(ms|s|m|h|d|%)(?=$|:)");
    private static final Map<String, Long> MILLISECONDS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private final Findings findings;
    private final String unit;
    private final Thresholds usual;

    ThresholdReader(Findings findings, Check check) {
        this(findings, check.unit(), check.usual());
    }

    private ThresholdReader(Findings findings, String unit, Thresholds usual) {
        this.findings = findings;
        this.unit = unit;
        this.usual = usual;
    }

    static ThresholdReader days(Findings findings) {
        return new ThresholdReader(findings, "d", Thresholds.NONE);
    }

    Thresholds read(Fields fields) {
        return new Thresholds(range(fields, "warning"), range(fields, "critical")).or(usual);
    }

    private Optional<Range> range(Fields fields, String key) {
        Optional<String> text = fields.text(key, "80");
        Optional<Range> range = text.map(this::plain).flatMap(Range::parse);
        if (text.isPresent() && range.isEmpty()) {
            String counted = unit.isEmpty() ? "" : " (counted in " + unit + ")";
            findings.error(
                    fields.valueAt(key),
                    "\"%s\" must be a range%s, and is \"%s\""
                            .formatted(key, counted, Shown.of(text.get())),
                    "Write 10 for at most 10, \"10:\" for at least 10, \"10:20\" for between,"
                            + " \"@10:20\" for outside.");
        }
        return range;
    }

    /** In the unit that is counted in; text that does not fit is left as it is, and is no range. */
    private String plain(String text) {
        Matcher numbers = WITH_UNIT.matcher(text);
        return numbers.replaceAll(
                it -> {
                    String written = it.group(2);
                    if (written.equals(unit)) {
                        return it.group(1);
                    }
                    Long from = MILLISECONDS.get(written);
                    Long to = MILLISECONDS.get(unit);
                    if (from == null || to == null) {
                        return Matcher.quoteReplacement(it.group());
                    }
                    BigDecimal value = new BigDecimal(it.group(1)).multiply(new BigDecimal(from));
                    return value.divide(new BigDecimal(to), 6, java.math.RoundingMode.HALF_UP)
                            .stripTrailingZeros()
                            .toPlainString();
                });
    }
}
