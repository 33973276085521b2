package dev.warroom.workspace;

import dev.warroom.incident.Severity;
import dev.warroom.policy.Maintenance;
import dev.warroom.policy.Maintenance.Window;
import dev.warroom.policy.Recurrence;
import dev.warroom.policy.Schedule;
import dev.warroom.problem.Location;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code maintenance} and the {@code schedules} of a workspace. */
final class CalendarReader {

    private static final int MOST = 50;
    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::name).toList();
    private static final List<String> KEYS = List.of("windows", "emergency");
    private static final List<String> WINDOW_KEYS =
            List.of("name", "rule", "at", "lasts", "zone", "notices", "activities", "silence");
    private static final List<String> SCHEDULE_KEYS = List.of("runbook", "at", "days", "zone");
    private static final String RULE = "\"FREQ=MONTHLY;BYDAY=2SU\"";

    private final Findings findings;
    private final List<String> probes;
    private final Map<String, Location> seen = new HashMap<>();

    /**
     * @param probes the names that windows may silence
     */
    CalendarReader(Findings findings, List<String> probes) {
        this.findings = findings;
        this.probes = probes;
    }

    Maintenance maintenance(YamlNode node) {
        Fields fields = Fields.of(node, "maintenance", KEYS, findings);
        List<Window> windows = Maintenance.USUAL.windows();
        if (fields.has("windows")) {
            windows = new ArrayList<>();
            for (YamlNode item :
                    fields.list("windows", MOST, "[{name: Monthly, rule: " + RULE + "}]")) {
                window(Fields.of(item, "a window", WINDOW_KEYS, findings)).ifPresent(windows::add);
            }
        }
        Map<Severity, String> approvals = new EnumMap<>(Maintenance.USUAL.approvals());
        fields.node("emergency").ifPresent(it -> approvals.putAll(approvals(it)));
        return new Maintenance(windows, approvals);
    }

    private Map<Severity, String> approvals(YamlNode node) {
        Map<Severity, String> approvals = new EnumMap<>(Severity.class);
        Fields fields = Fields.of(node, "emergency", SEVERITIES, findings);
        for (Severity severity : Severity.values()) {
            fields.text(severity.name(), "Manager").ifPresent(it -> approvals.put(severity, it));
        }
        return approvals;
    }

    private Optional<Window> window(Fields fields) {
        Texts texts = new Texts(fields, findings);
        Optional<String> name = required(fields, "name", "Monthly");
        name.ifPresent(it -> once("windows", it, fields.valueAt("name")));
        Optional<String> rule = required(fields, "rule", RULE);
        rule.flatMap(Recurrence::whyNot)
                .ifPresent(
                        why ->
                                findings.error(
                                        fields.valueAt("rule"),
                                        "\"rule\" is not a recurrence rule (RFC 5545): "
                                                + Shown.of(why),
                                        "Write for example: rule: " + RULE));
        LocalTime at = texts.time("at").orElse(LocalTime.of(2, 0));
        ZoneId zone = texts.zone("zone").orElse(ZoneOffset.UTC);
        Duration lasts =
                fields.duration("lasts", Duration.ofMinutes(1), Duration.ofDays(7), "2h")
                        .orElse(Duration.ofHours(2));
        List<String> silence = texts.list("silence", "[database]").orElse(List.of());
        silence.stream()
                .filter(it -> !probes.contains(it))
                .forEach(
                        it ->
                                findings.error(
                                        fields.valueAt("silence"),
                                        "there is no probe \"" + Shown.of(it) + "\"",
                                        Spelling.hint(it, probes)));
        List<Duration> notices = notices(fields, texts);
        return name.isPresent() && rule.isPresent()
                ? Optional.of(
                        new Window(
                                name.get(),
                                Recurrence.of(rule.get(), at, zone),
                                lasts,
                                notices,
                                texts.list("activities", "[security patches]").orElse(List.of()),
                                silence))
                : Optional.empty();
    }

    private List<Duration> notices(Fields fields, Texts texts) {
        Optional<List<String>> written = texts.list("notices", "[14d, 48h]");
        if (written.isEmpty()) {
            return Maintenance.USUAL.windows().getFirst().notices();
        }
        List<Duration> notices = new ArrayList<>();
        for (String text : written.get()) {
            Optional<Duration> notice = DurationText.parse(text);
            notice.ifPresent(notices::add);
            if (notice.isEmpty() || notice.get().compareTo(Duration.ofDays(366)) > 0) {
                findings.error(
                        fields.valueAt("notices"),
                        "a notice must be a length of time up to 366d, and is \""
                                + Shown.of(text)
                                + "\"",
                        "Write for example: notices: [14d, 48h]");
            }
        }
        notices.sort(Comparator.reverseOrder());
        return notices;
    }

    List<Schedule> schedules(Fields root) {
        List<Schedule> schedules = new ArrayList<>();
        for (YamlNode node :
                root.list("schedules", MOST, "[{runbook: Morning Checklist, at: \"09:00\"}]")) {
            Fields fields = Fields.of(node, "a schedule", SCHEDULE_KEYS, findings);
            Texts texts = new Texts(fields, findings);
            Optional<String> runbook = required(fields, "runbook", "Morning Checklist");
            if (!fields.has("at")) {
                findings.error(
                        fields.at(),
                        "the schedule has no time",
                        "Write for example: at: \"09:00\"");
            }
            Optional<LocalTime> at = texts.time("at");
            Schedule schedule =
                    new Schedule(
                            runbook.orElse(""),
                            at.orElse(LocalTime.MIDNIGHT),
                            texts.days("days"),
                            texts.zone("zone"));
            once("schedules", schedule.runbook() + " at " + schedule.at(), fields.at());
            schedules.add(schedule);
        }
        return schedules;
    }

    private Optional<String> required(Fields fields, String key, String example) {
        if (!fields.has(key)) {
            findings.error(
                    fields.at(),
                    "\"" + key + "\" is missing",
                    "Write for example: " + key + ": " + example);
            return Optional.empty();
        }
        return fields.text(key, example);
    }

    private void once(String what, String name, Location at) {
        Location first = seen.putIfAbsent(what + name, at);
        if (first != null) {
            findings.error(
                    at,
                    "two " + what + " are \"" + Shown.of(name) + "\"",
                    "The other is in line " + first.line() + "; change one of them.");
        }
    }
}
