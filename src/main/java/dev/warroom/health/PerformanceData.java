package dev.warroom.health;

import dev.warroom.policy.Range;
import dev.warroom.room.Metric;
import dev.warroom.text.Sanitiser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Performance data as the Monitoring Plugins Development Guidelines have it: {@code
 * 'label'=value[UOM];[warn];[crit];[min];[max]} between blanks. A quote within a quoted label is
 * written twice; a value {@code U} could not be told. What cannot be read is left out, and the rest
 * is taken.
 */
final class PerformanceData {

    /** More figures than anybody looks at. */
    static final int MOST = 100;

    private static final int LONGEST = 16 * 1024;
    private static final String NUMBER = "[-+]?(?:\\d{1,18}(?:\\.\\d{0,12})?|\\.\\d{1,12})";
    private static final Pattern ONE =
            Pattern.compile("\\s*(?:'((?:[^']|'')*+)'|([^\\s='|]++))=(\\S*)");
    private static final Pattern VALUE =
            Pattern.compile("(U|" + NUMBER + "(?:[eE][-+]?\\d{1,3})?)([^\\s;\\d][^\\s;]{0,15})?");

    private PerformanceData() {}

    static List<Metric> parse(String text) {
        List<Metric> metrics = new ArrayList<>();
        String bounded = text.substring(0, Math.min(text.length(), LONGEST));
        Matcher one = ONE.matcher(bounded);
        int at = 0;
        while (at < bounded.length() && metrics.size() < MOST) {
            one.region(at, bounded.length());
            if (!one.lookingAt()) {
                at = nextWord(bounded, at);
                continue;
            }
            String label = one.group(1) == null ? one.group(2) : one.group(1).replace("''", "'");
            metric(label, one.group(3)).ifPresent(metrics::add);
            at = one.end();
        }
        return metrics;
    }

    private static int nextWord(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return Math.max(at, from + 1);
    }

    private static Optional<Metric> metric(String label, String written) {
        String[] parts = written.split(";", -1);
        Matcher value = VALUE.matcher(parts[0]);
        if (!value.matches()) {
            return Optional.empty();
        }
        boolean unknown = value.group(1).equals("U");
        return Optional.of(
                new Metric(
                        Sanitiser.line(label),
                        unknown
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(Double.parseDouble(value.group(1))),
                        value.group(2) == null ? "" : Sanitiser.line(value.group(2)),
                        range(parts, 1),
                        range(parts, 2),
                        number(parts, 3),
                        number(parts, 4)));
    }

    private static Optional<Range> range(String[] parts, int at) {
        return at < parts.length ? Range.parse(parts[at]) : Optional.empty();
    }

    private static OptionalDouble number(String[] parts, int at) {
        return at < parts.length && parts[at].matches(NUMBER)
                ? OptionalDouble.of(Double.parseDouble(parts[at]))
                : OptionalDouble.empty();
    }
}
