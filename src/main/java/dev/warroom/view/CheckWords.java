package dev.warroom.view;

import dev.warroom.policy.Check;
import dev.warroom.policy.Range;
import dev.warroom.policy.Thresholds;
import dev.warroom.room.Metric;
import dev.warroom.room.Size;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What a probe looks at, and its figures, in words. */
final class CheckWords {

    private static final int MOST_DIGITS = 3;
    private static final Range NONE = new Range(0, 0, false);

    private CheckWords() {}

    static String of(Check check) {
        return switch (check) {
            case Check.Http http -> "GET " + withoutUser(http);
            case Check.Tcp tcp -> "connects to " + tcp.host() + ":" + tcp.port();
            case Check.Command command -> "runs " + command.line();
            case Check.Disk disk -> "how full the file system of " + disk.path() + " is";
            case Check.Memory memory -> "how much memory is used";
            case Check.Load load -> "load of the last minute for each processor";
            case Check.Processes processes -> "processes that match " + processes.pattern();
            case Check.Port port -> "who listens on port " + port.port();
            case Check.FileAge age -> "the newest of " + age.glob();
            case Check.LogRate rate -> "log lines a minute, " + rate.level() + " or worse";
        };
    }

    /** A password in a URL is nobody's business. */
    private static String withoutUser(Check.Http http) {
        String user = http.url().getRawUserInfo();
        String url = http.url().toString();
        return user == null ? url : url.replace(user + "@", "");
    }

    /** {@code 312 ms}, {@code 61 %}, {@code 1 h 5 min}, {@code 2.1 GB}. */
    static String value(double value, String unit) {
        if (unit.equals("s") && Math.abs(value) >= 60 && Math.abs(value) < 1e10) {
            return dev.warroom.incident.DurationWords.of(Duration.ofSeconds((long) value));
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "—";
        }
        if (large(value, unit)) {
            return bytes(value);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal brief =
                exact.abs().compareTo(BigDecimal.valueOf(1000)) >= 0
                        ? exact.setScale(0, java.math.RoundingMode.HALF_UP)
                        : exact.round(new MathContext(MOST_DIGITS));
        String number = brief.signum() == 0 ? "0" : brief.stripTrailingZeros().toPlainString();
        if (number.length() > 12) {
            number = String.format(Locale.ROOT, "%.2e", value);
        }
        if (unit.isEmpty()) {
            return number;
        }
        return unit.startsWith("/") ? number + unit : number + " " + unit;
    }

    /** {@code ≤ 80 %}: what is well of a figure, where anything says so. */
    static Optional<String> limit(Metric metric) {
        return metric.warning().or(metric::critical).map(it -> range(it, metric.unit()));
    }

    /** {@code warning ≤ 80 %, critical ≤ 90 %}; empty without thresholds. */
    static String limits(Thresholds limits, String unit) {
        String warning = limits.warning().map(it -> "warning unless " + range(it, unit)).orElse("");
        String critical =
                limits.critical().map(it -> "critical unless " + range(it, unit)).orElse("");
        return warning + (warning.isEmpty() || critical.isEmpty() ? "" : ", ") + critical;
    }

    private static boolean large(double value, String unit) {
        return unit.equals("B") && Math.abs(value) >= 1000 && Math.abs(value) < 1e18;
    }

    private static String bytes(double value) {
        return value < 0 ? "-" + Size.words((long) -value) : Size.words((long) value);
    }

    private static String range(Range range, String unit) {
        double most = Double.isInfinite(range.end()) ? range.start() : range.end();
        if (large(most, unit)) {
            return range.words(CheckWords::bytes, "");
        }
        if (unit.startsWith("/") && range.equals(NONE)) {
            // "60/min = 0/min" would be read as one thing.
            return "≤ " + value(0, unit);
        }
        boolean long1 = unit.equals("s") && range.start() == 0 && range.end() >= 60;
        return long1 && !Double.isInfinite(range.end()) && !range.inside()
                ? "≤ " + value(range.end(), unit)
                : range.words(unit);
    }
}
