package dev.warroom.policy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of values that is well, as the Monitoring Plugins Development Guidelines write thresholds
 * (<a href="https://www.monitoring-plugins.org/doc/guidelines.html#THRESHOLDFORMAT">threshold and
 * ranges</a>): {@code 10} alerts below 0 and above 10, {@code 10:} below 10, {@code ~:10} above 10,
 * {@code 10:20} outside of both, {@code @10:20} from one to the other. The ends are well, and with
 * {@code @} they are not.
 *
 * @param start negative infinity for {@code ~}
 * @param end infinity where none is written; at least {@code start}
 * @param inside whether values inside alert, and not those outside
 */
public record Range(double start, double end, boolean inside) {

    private static final String NUMBER = "[-+]?(?:\\d{1,18}(?:\\.\\d{0,9})?|\\.\\d{1,9})";
    private static final Pattern FORM =
            Pattern.compile("(@)?(?:(~|" + NUMBER + ")?(:))?(" + NUMBER + ")?");

    public Range {
        if (!(start <= end)) {
            throw new IllegalArgumentException("start " + start + " must be <= end " + end);
        }
    }

    /** Empty where {@code text} is no range, also where its start lies above its end. */
    public static Optional<Range> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group(3) == null && form.group(4) == null) {
            return Optional.empty();
        }
        String first = form.group(2);
        double start =
                first == null
                        ? 0
                        : first.equals("~") ? Double.NEGATIVE_INFINITY : Double.parseDouble(first);
        double end =
                form.group(4) == null
                        ? Double.POSITIVE_INFINITY
                        : Double.parseDouble(form.group(4));
        return start <= end
                // Plus zero: there is one zero only.
                ? Optional.of(new Range(start + 0.0, end + 0.0, form.group(1) != null))
                : Optional.empty();
    }

    /** Whether {@code value} is one to raise an alert for; one that is no number always is. */
    public boolean alerts(double value) {
        boolean within = value >= start && value <= end;
        return Double.isNaN(value) || within == inside;
    }

    /** As it is written in configurations: the shortest form that reads as the same range. */
    @Override
    public String toString() {
        String text = (inside ? "@" : "");
        if (start != 0 || Double.isInfinite(end)) {
            text += (Double.isInfinite(start) ? "~" : number(start)) + ":";
        }
        return Double.isInfinite(end) ? text : text + number(end);
    }

    /**
     * What is well, as people say it: {@code ≤ 80 %}, {@code ≥ 1}, {@code 10 to 20}, {@code not 10
     * to 20}.
     *
     * @param unit may be empty
     */
    public String words(String unit) {
        return words(Range::number, unit.isEmpty() || unit.startsWith("/") ? unit : " " + unit);
    }

    /**
     * The same.
     *
     * @param number how a bound is written
     * @param after what stands behind the last one
     */
    public String words(DoubleFunction<String> number, String after) {
        if (inside) {
            return "not " + number.apply(start) + " to " + number.apply(end) + after;
        }
        if (Double.isInfinite(end)) {
            return Double.isInfinite(start) ? "anything" : "≥ " + number.apply(start) + after;
        }
        if (start == end) {
            return "= " + number.apply(end) + after;
        }
        return start == 0 || Double.isInfinite(start)
                ? "≤ " + number.apply(end) + after
                : number.apply(start) + " to " + number.apply(end) + after;
    }

    /** Without an exponent, and without a fraction that says nothing. */
    public static String number(double value) {
        if (Double.isInfinite(value)) {
            return value < 0 ? "-∞" : "∞";
        }
        BigDecimal plain = new BigDecimal(Double.toString(value));
        return plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
    }
}
