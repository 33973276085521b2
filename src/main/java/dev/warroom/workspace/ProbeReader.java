package dev.warroom.workspace;

import dev.warroom.policy.Check;
import dev.warroom.policy.Patience;
import dev.warroom.policy.Probe;
import dev.warroom.policy.QuietHours;
import dev.warroom.policy.Thresholds;
import dev.warroom.problem.Location;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code probes} of a workspace. */
final class ProbeReader {

    static final int MOST = 200;

    private static final int MOST_NEEDS = 20;
    private static final List<String> KEYS =
            List.of(
                    "name",
                    "http",
                    "tcp",
                    "command",
                    "disk",
                    "memory",
                    "load",
                    "process",
                    "port",
                    "file",
                    "log-rate",
                    "on",
                    "every",
                    "timeout",
                    "warning",
                    "critical",
                    "retries",
                    "retry-every",
                    "recoveries",
                    "flapping",
                    "needs",
                    "quiet",
                    "status",
                    "body",
                    "headers",
                    "json",
                    "certificate",
                    "send",
                    "authorities");

    private final Findings findings;
    private final Map<String, Location> names = new HashMap<>();
    private final Map<String, List<YamlNode.Scalar>> needs = new HashMap<>();

    ProbeReader(Findings findings) {
        this.findings = findings;
    }

    List<Probe> read(List<YamlNode> nodes) {
        List<Probe> probes = new ArrayList<>();
        for (YamlNode node : nodes) {
            read(Fields.of(node, "a probe", KEYS, findings), node).ifPresent(probes::add);
        }
        new NeedsCheck(names.keySet(), needs, findings).check();
        return probes;
    }

    private Optional<Probe> read(Fields fields, YamlNode node) {
        if (!(node instanceof YamlNode.Mapping)) {
            return Optional.empty();
        }
        Optional<String> name = name(fields);
        Optional<Check> check = new CheckReader(findings).read(fields);
        Duration every =
                fields.duration("every", Duration.ofSeconds(1), Duration.ofDays(1), "30s")
                        .orElse(Probe.USUAL_EVERY);
        Duration timeout =
                fields.duration("timeout", Duration.ofMillis(1), Duration.ofSeconds(599), "5s")
                        .orElse(Probe.USUAL_TIMEOUT);
        Thresholds limits =
                check.map(it -> new ThresholdReader(findings, it).read(fields))
                        .orElse(Thresholds.NONE);
        Patience patience = patience(fields);
        List<YamlNode.Scalar> on = fields.texts("needs", MOST_NEEDS, "[database]");
        name.ifPresent(it -> needs.put(it, on));
        List<QuietHours> quiet = QuietReader.read(fields, findings);
        Optional<String> target = fields.text("on", "app-1");
        if (name.isEmpty() || check.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Probe(
                        name.get(),
                        check.get(),
                        every,
                        timeout,
                        limits,
                        patience,
                        on.stream().map(YamlNode.Scalar::text).toList(),
                        quiet,
                        target));
    }

    private static Patience patience(Fields fields) {
        Patience usual = Patience.USUAL;
        return new Patience(
                fields.number("retries", 0, 20, 2).orElse(usual.retries()),
                fields.duration("retry-every", Duration.ofSeconds(1), Duration.ofHours(1), "2s")
                        .orElse(usual.retryEvery()),
                fields.number("recoveries", 1, 20, 1).orElse(usual.recoveries()),
                fields.truth("flapping").orElse(usual.flapping()));
    }

    private Optional<String> name(Fields fields) {
        if (!fields.has("name")) {
            findings.error(fields.at(), "the probe has no name", "Write for example: name: api");
            return Optional.empty();
        }
        Optional<String> name = fields.text("name", "api");
        name.ifPresent(
                it -> {
                    Location first = names.putIfAbsent(it, fields.valueAt("name"));
                    if (first != null) {
                        findings.error(
                                fields.valueAt("name"),
                                "two probes have the name \"" + Shown.of(it) + "\"",
                                "The other is in line " + first.line() + "; rename one of them.");
                    }
                });
        return name;
    }
}
