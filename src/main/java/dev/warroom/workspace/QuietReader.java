package dev.warroom.workspace;

import dev.warroom.policy.QuietHours;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code quiet} hours: {@code 02:00-04:00}, {@code Sun 02:00-04:00}, {@code Mon,Fri 23:00-01:00
 * Europe/Berlin}.
 */
final class QuietReader {

    private static final int MOST = 20;
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:([A-Za-z]{3}(?:,[A-Za-z]{3})*) )?(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)(?:"
                            + " (\\S+))?");

    private QuietReader() {}

    static List<QuietHours> read(Fields fields, Findings findings) {
        List<QuietHours> all = new ArrayList<>();
        for (YamlNode.Scalar written : fields.texts("quiet", MOST, "[\"Sun 02:00-04:00\"]")) {
            Optional<QuietHours> hours = parse(written.text());
            if (hours.isEmpty()) {
                findings.error(
                        written.at(),
                        "\"quiet\" must be hours, with days before and a zone behind them if need"
                                + " be, and is \""
                                + Shown.of(written.text())
                                + "\"",
                        "Write for example: quiet: Sat,Sun 02:00-04:00 UTC");
            }
            hours.ifPresent(all::add);
        }
        return all;
    }

    /** Without a zone the hours are those of UTC. */
    static Optional<QuietHours> parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new QuietHours(
                            days(parts.group(1)),
                            LocalTime.parse(parts.group(2)),
                            LocalTime.parse(parts.group(3)),
                            parts.group(4) == null ? ZoneOffset.UTC : ZoneId.of(parts.group(4))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Set<DayOfWeek> days(String written) {
        if (written == null) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String name : written.toUpperCase(Locale.ROOT).split(",")) {
            days.add(
                    Arrays.stream(DayOfWeek.values())
                            .filter(it -> it.name().startsWith(name))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException(name)));
        }
        return days;
    }
}
