package dev.warroom.workspace;

import dev.warroom.incident.Severity;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Policy.Response;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code severities} of a workspace, on top of the usual ones. */
final class ResponseReader {

    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::name).toList();
    private static final List<String> KEYS = List.of("acknowledge", "update");
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofDays(30);

    private final Findings findings;

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
        return responses;
    }

    private Response response(YamlNode node, Severity severity) {
        Response usual = Policy.USUAL_RESPONSES.get(severity);
        Fields fields = Fields.of(node, severity.name(), KEYS, findings);
        Duration acknowledge =
                fields.duration("acknowledge", LEAST, MOST, "15m")
                        .orElse(usual.acknowledgeWithin());
        return new Response(acknowledge, update(fields, usual));
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
