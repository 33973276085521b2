package dev.warroom.cli;

import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Severity;
import dev.warroom.policy.Maintenance;
import dev.warroom.policy.Maintenance.Occurrence;
import dev.warroom.policy.Maintenance.Window;
import dev.warroom.text.Sanitiser;

import tools.jackson.core.JsonGenerator;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The next maintenance windows, in words or as JSON.
 *
 * @param zone the operator's, which stands beside the window's own
 */
record MaintenanceReport(Maintenance maintenance, Instant now, ZoneId zone) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    void words(int most, PrintWriter out) {
        List<Occurrence> next = maintenance.next(now, most);
        if (next.isEmpty()) {
            out.println("There are no maintenance windows.");
        }
        next.forEach(it -> words(it, out));
        out.println(
                "Outside of a window: "
                        + Arrays.stream(Severity.values())
                                .map(maintenance::approval)
                                .map(Sanitiser::line)
                                .collect(Collectors.joining("; ")));
    }

    private void words(Occurrence it, PrintWriter out) {
        Window window = it.window();
        ZoneId own = window.recurrence().zone();
        String here =
                own.normalized().equals(zone.normalized()) ? "" : "  (" + span(it, zone) + ")";
        out.println(span(it, own) + here + "  " + Sanitiser.line(window.name()));
        out.println(
                it.during(now)
                        ? "    goes on now, for another "
                                + DurationWords.of(Duration.between(now, it.to()))
                        : "    begins in " + DurationWords.of(Duration.between(now, it.from())));
        for (Duration before : window.notices()) {
            Instant due = it.from().minus(before);
            boolean today = it.noticeDue(now).equals(Optional.of(before));
            out.println(
                    "    notice "
                            + DurationWords.of(before)
                            + " before: "
                            + DAY.format(due.atZone(own))
                            + (today ? ", due now" : due.isAfter(now) ? "" : ", past"));
        }
        if (!window.activities().isEmpty()) {
            out.println("    for " + Sanitiser.line(String.join(", ", window.activities())));
        }
        out.println("    silent: " + Sanitiser.line(silent(window)));
    }

    private String silent(Window window) {
        if (maintenance.silencing().isEmpty()) {
            return "nothing, since warroom.yaml names no windows";
        }
        return window.silence().isEmpty() ? "all probes" : String.join(", ", window.silence());
    }

    /** {@code Sun 2026-03-08 02:00-04:00 UTC}; with the day of its end where that is another. */
    private static String span(Occurrence it, ZoneId zone) {
        boolean sameDay =
                LocalDate.ofInstant(it.from(), zone).equals(LocalDate.ofInstant(it.to(), zone));
        String id = zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
        return DAY.format(it.from().atZone(zone))
                + (sameDay ? "-" : " - ")
                + (sameDay ? MINUTE : DAY).format(it.to().atZone(zone))
                + " "
                + id;
    }

    void json(int most, PrintWriter out) {
        maintenance.next(now, most).forEach(it -> out.println(JsonText.object(to -> json(to, it))));
    }

    private void json(JsonGenerator json, Occurrence it) {
        Window window = it.window();
        json.writeStringProperty("window", window.name());
        json.writeStringProperty("from", it.from().toString());
        json.writeStringProperty("to", it.to().toString());
        json.writeStringProperty("zone", window.recurrence().zone().getId());
        json.writeBooleanProperty("now", it.during(now));
        json.writeArrayPropertyStart("notices");
        for (Duration before : window.notices()) {
            json.writeStartObject();
            json.writeStringProperty("at", it.from().minus(before).toString());
            json.writeNumberProperty("secondsBefore", before.toSeconds());
            json.writeBooleanProperty("due", it.noticeDue(now).equals(Optional.of(before)));
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonText.texts(json, "activities", window.activities());
        json.writeBooleanProperty("silencesAll", silencesAll(window));
        JsonText.texts(json, "silences", silencesAll(window) ? List.of() : window.silence());
        json.writeObjectPropertyStart("emergency");
        for (Severity severity : Severity.values()) {
            JsonText.text(
                    json,
                    severity.name(),
                    Optional.ofNullable(maintenance.approvals().get(severity)));
        }
        json.writeEndObject();
    }

    private boolean silencesAll(Window window) {
        return !maintenance.silencing().isEmpty() && window.silence().isEmpty();
    }
}
