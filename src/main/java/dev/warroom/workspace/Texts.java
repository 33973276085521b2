package dev.warroom.workspace;

import dev.warroom.incident.Severity;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Values of policy that are more than a text: lists of texts, severities, days, times, zones. */
final class Texts {

    private static final int MOST = 100;
    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::name).toList();
    private static final List<String> DAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final Fields fields;
    private final Findings findings;

    Texts(Fields fields, Findings findings) {
        this.fields = fields;
        this.findings = findings;
    }

    /** Texts that are not blank, each once; empty where the key is missing. */
    Optional<List<String>> list(String key, String example) {
        if (fields.node(key).isEmpty()) {
            return Optional.empty();
        }
        Set<String> texts = new LinkedHashSet<>();
        for (YamlNode item : fields.list(key, MOST, example)) {
            if (!(item instanceof YamlNode.Scalar scalar) || scalar.text().isBlank()) {
                findings.error(
                        item.at(),
                        "an item of \"" + key + "\" must be a text, and is " + item.kind(),
                        "Write for example: " + key + ": " + example);
            } else if (!texts.add(scalar.text().strip())) {
                findings.error(
                        item.at(),
                        "\"" + Shown.of(scalar.text()) + "\" is in the list already",
                        "Keep one of them.");
            }
        }
        return Optional.of(new ArrayList<>(texts));
    }

    /** All of them where the key is missing. */
    Set<Severity> severities(String key) {
        Optional<List<String>> written = list(key, "[P1, P2]");
        if (written.isEmpty()) {
            return EnumSet.allOf(Severity.class);
        }
        Set<Severity> severities = EnumSet.noneOf(Severity.class);
        for (String text : written.get()) {
            Optional<Severity> severity = Severity.parse(text);
            severity.ifPresent(severities::add);
            if (severity.isEmpty()) {
                findings.error(
                        fields.valueAt(key),
                        "\"" + Shown.of(text) + "\" is not a severity",
                        Spelling.hint(text, SEVERITIES));
            }
        }
        return severities;
    }

    /** All of them where the key is missing. */
    Set<DayOfWeek> days(String key) {
        Optional<List<String>> written = list(key, "[mon, tue, wed, thu, fri]");
        if (written.isEmpty()) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String text : written.get()) {
            int at = DAYS.indexOf(text.toLowerCase(Locale.ROOT));
            if (at >= 0) {
                days.add(DayOfWeek.of(at + 1));
            } else {
                findings.error(
                        fields.valueAt(key),
                        "\"" + Shown.of(text) + "\" is not a day",
                        Spelling.hint(text, DAYS));
            }
        }
        return days;
    }

    /** A time of day such as {@code "09:00"}. */
    Optional<LocalTime> time(String key) {
        return fields.text(key, "\"09:00\"")
                .flatMap(
                        text -> {
                            try {
                                return Optional.of(LocalTime.parse(text));
                            } catch (DateTimeException e) {
                                findings.error(
                                        fields.valueAt(key),
                                        "\"%s\" must be a time of day from 00:00 to 23:59, and is \"%s\""
                                                .formatted(key, Shown.of(text)),
                                        "Write it in quotes: " + key + ": \"09:00\"");
                                return Optional.empty();
                            }
                        });
    }

    Optional<ZoneId> zone(String key) {
        return fields.text(key, "Europe/Berlin")
                .flatMap(
                        text -> {
                            try {
                                return Optional.of(ZoneId.of(text));
                            } catch (DateTimeException e) {
                                findings.error(
                                        fields.valueAt(key),
                                        "\"%s\" must be a time zone, and is \"%s\""
                                                .formatted(key, Shown.of(text)),
                                        "Write for example: "
                                                + key
                                                + ": UTC, or "
                                                + key
                                                + ": Europe/Berlin");
                                return Optional.empty();
                            }
                        });
    }

    /** A number with decimals, within a range. */
    Optional<Double> percent(String key, String example) {
        return fields.text(key, example)
                .flatMap(
                        text -> {
                            try {
                                double value = Double.parseDouble(text.replace("%", "").strip());
                                if (value >= 0 && value <= 100) {
                                    return Optional.of(value);
                                }
                            } catch (NumberFormatException e) {
                                // Told below, as for a number out of range.
                            }
                            findings.error(
                                    fields.valueAt(key),
                                    "\"%s\" must be a number of percent from 0 to 100, and is \"%s\""
                                            .formatted(key, Shown.of(text)),
                                    "Write for example: " + key + ": " + example);
                            return Optional.empty();
                        });
    }
}
