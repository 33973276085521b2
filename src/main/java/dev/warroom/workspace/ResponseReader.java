package dev.warroom.workspace;

import dev.warroom.incident.Severity;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Policy.Response;
import dev.warroom.policy.Rules;
import dev.warroom.policy.Rules.Phase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code severities} of a workspace, on top of the usual ones. */
final class ResponseReader {

    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::name).toList();
    private static final List<String> KEYS = List.of("acknowledge", "update", "phases");
    private static final List<String> PHASE_KEYS = List.of("name", "from", "to");
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofDays(30);

    private final Findings findings;
    private final Map<Severity, List<Phase>> phases = new EnumMap<>(Rules.USUAL.phases());

    ResponseReader(Findings findings) {
        this.findings = findings;
    }

    Map<Severity, Response> read(YamlNode node) {
        Map<Severity, Response> responses = new EnumMap<>(Policy.USUAL_RESPONSES);
        Fields all = Fields.of(node, "severities", SEVERITIES, findings);
        for (Severity severity : Severity.values()) {
            all.node(severity.name())
                    .ifPresent(it -> responses.put(severity, response(it, severity)));
        }
        compare(responses, all);
        return responses;
    }

    /** The time boxes, once the responses are read. */
    Map<Severity, List<Phase>> phases() {
        return phases;
    }

    /** What is worse cannot wait longer. */
    private void compare(Map<Severity, Response> responses, Fields all) {
        for (Severity severity : Severity.values()) {
            if (severity.ordinal() == 0) {
                continue;
            }
            Severity worse = Severity.values()[severity.ordinal() - 1];
            Duration its = responses.get(worse).acknowledgeWithin();
            Duration mine = responses.get(severity).acknowledgeWithin();
            if (mine.compareTo(its) < 0) {
                findings.error(
                        all.keyAt(all.has(severity.name()) ? severity.name() : worse.name()),
                        "%s is acknowledged within %s, sooner than %s with %s"
                                .formatted(
                                        severity,
                                        DurationText.of(mine),
                                        worse,
                                        DurationText.of(its)),
                        "Give " + worse + " no more time than " + severity + ".");
            }
        }
    }

    private Response response(YamlNode node, Severity severity) {
        Response usual = Policy.USUAL_RESPONSES.get(severity);
        Fields fields = Fields.of(node, severity.name(), KEYS, findings);
        Duration acknowledge =
                fields.duration("acknowledge", LEAST, MOST, "15m")
                        .orElse(usual.acknowledgeWithin());
        if (fields.has("phases")) {
            phases.put(severity, phases(fields));
        }
        return new Response(acknowledge, update(fields, usual));
    }

    private List<Phase> phases(Fields severity) {
        List<Phase> found = new ArrayList<>();
        Duration end = Duration.ZERO;
        for (YamlNode node :
                severity.list("phases", 20, "[{name: Diagnosis, from: 5m, to: 15m}]")) {
            Fields fields = Fields.of(node, "a phase", PHASE_KEYS, findings);
            String name = fields.text("name", "Diagnosis").orElse("");
            Duration from = fields.duration("from", Duration.ZERO, MOST, "5m").orElse(end);
            Duration to =
                    fields.duration("to", LEAST, MOST, "15m")
                            .orElse(from.plus(Duration.ofMinutes(15)));
            if (name.isEmpty() || !fields.has("to")) {
                findings.error(
                        fields.at(),
                        "a phase needs a name and an end",
                        "Write for example: {name: Diagnosis, from: 5m, to: 15m}");
            } else if (from.compareTo(end) < 0) {
                findings.error(
                        fields.valueAt("from"),
                        "%s begins at %s, before the phase ahead of it ends at %s"
                                .formatted(
                                        Shown.of(name),
                                        DurationText.of(from),
                                        DurationText.of(end)),
                        "Let it begin at " + DurationText.of(end) + " or later.");
            } else if (to.compareTo(from) <= 0) {
                findings.error(
                        fields.valueAt("to"),
                        "%s ends at %s, and begins at %s"
                                .formatted(
                                        Shown.of(name), DurationText.of(to), DurationText.of(from)),
                        "Let it end later than it begins.");
            } else if (found.stream().anyMatch(it -> it.name().equals(name))) {
                findings.error(
                        fields.valueAt("name"),
                        "two phases have the name \"" + Shown.of(name) + "\"",
                        "Rename one of them: more time for one would be given to both.");
            }
            end = to;
            found.add(new Phase(name, from, to));
        }
        return found;
    }

    /** {@code update: none} asks for no updates. */
    private static Optional<Duration> update(Fields fields, Response usual) {
        if (fields.node("update").orElse(null) instanceof YamlNode.Scalar scalar
                && scalar.text().equals("none")) {
            return Optional.empty();
        }
        return fields.duration("update", LEAST, MOST, "15m").or(usual::updateEvery);
    }
}
