package dev.warroom.workspace;

import dev.warroom.incident.Severity;
import dev.warroom.policy.Escalation;
import dev.warroom.policy.Maintenance;
import dev.warroom.policy.MetricTargets;
import dev.warroom.policy.Probe;
import dev.warroom.policy.Rules;
import dev.warroom.policy.Rules.Phase;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a team commands incidents: every part of it that its file does not have is the usual one. */
final class RulesReader {

    static final List<String> KEYS =
            List.of("roles", "escalation", "maintenance", "schedules", "metrics", "hooks");

    private static final List<String> METRICS =
            List.of("uptime", "error-rate", "response-time", "mttr", "mtbf", "probes", "errors");

    private final Findings findings;

    RulesReader(Findings findings) {
        this.findings = findings;
    }

    Rules read(Fields root, List<Probe> probes, Map<Severity, List<Phase>> phases) {
        Rules usual = Rules.USUAL;
        CalendarReader calendar =
                new CalendarReader(findings, probes.stream().map(Probe::name).toList());
        Escalation escalation =
                root.node("escalation")
                        .filter(it -> !it.isNothing())
                        .map(new EscalationReader(findings)::read)
                        .orElse(usual.escalation());
        Maintenance maintenance =
                root.node("maintenance")
                        .filter(it -> !it.isNothing())
                        .map(calendar::maintenance)
                        .orElse(usual.maintenance());
        return new Rules(
                roles(root).orElse(usual.roles()),
                phases,
                escalation,
                maintenance,
                root.has("schedules") ? calendar.schedules(root) : usual.schedules(),
                root.node("metrics")
                        .filter(it -> !it.isNothing())
                        .map(it -> metrics(it, probes))
                        .orElse(usual.targets()),
                new HookReader(findings).read(root),
                usual.templates());
    }

    private Optional<List<String>> roles(Fields root) {
        Optional<List<String>> roles =
                new Texts(root, findings).list("roles", "[Commander, Communicator, Technician]");
        Set<String> names = new HashSet<>();
        for (String role : roles.orElse(List.of())) {
            if (!names.add(role.toLowerCase(Locale.ROOT))) {
                findings.error(
                        root.valueAt("roles"),
                        "two roles have the name \""
                                + Shown.of(role)
                                + "\", which may be typed in letters of any case",
                        "Keep one of them.");
            }
        }
        return roles;
    }

    private MetricTargets metrics(YamlNode node, List<Probe> probes) {
        MetricTargets usual = MetricTargets.USUAL;
        Fields fields = Fields.of(node, "metrics", METRICS, findings);
        Texts texts = new Texts(fields, findings);
        return new MetricTargets(
                texts.percent("uptime", "99.9").orElse(usual.uptimePercent()),
                texts.percent("error-rate", "0.1").orElse(usual.errorRatePercent()),
                fields.duration("response-time", Duration.ofMillis(1), Duration.ofHours(1), "500ms")
                        .orElse(usual.responseTime()),
                fields.duration("mttr", Duration.ofSeconds(1), Duration.ofDays(30), "30m")
                        .orElse(usual.mttr()),
                fields.duration("mtbf", Duration.ofMinutes(1), Duration.ofDays(3_650), "720h")
                        .orElse(usual.mtbf()),
                known(
                        fields,
                        "probes",
                        texts.list("probes", "[api]").orElse(usual.probes()),
                        probes),
                known(fields, "errors", fields.text("errors", "errors").stream().toList(), probes)
                        .stream()
                        .findFirst());
    }

    private List<String> known(Fields fields, String key, List<String> named, List<Probe> probes) {
        List<String> names = probes.stream().map(Probe::name).toList();
        for (String each : named) {
            if (!names.contains(each)) {
                findings.error(
                        fields.valueAt(key),
                        "there is no probe \"" + Shown.of(each) + "\"",
                        Spelling.hint(each, names));
            }
        }
        return named;
    }
}
