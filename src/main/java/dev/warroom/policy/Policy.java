package dev.warroom.policy;

import dev.warroom.incident.Severity;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A team's rules.
 *
 * @param service what the team runs, as its messages name it; may be empty
 * @param logs where log lines come from; files are relative to the workspace
 * @param probes the health checks, in the order of the file
 * @param responses by severity
 * @param rules how incidents are commanded, and the team's calendar
 * @param targets where steps can run
 * @param secrets what must not be shown
 * @param steps how steps run
 * @param shared the server that rooms on several machines share incidents through; empty where this
 *     machine keeps them to itself
 */
public record Policy(
        String service,
        List<ListedLog> logs,
        List<Probe> probes,
        Map<Severity, Response> responses,
        Rules rules,
        Targets targets,
        Secrets secrets,
        StepRules steps,
        Optional<SharedRoom> shared) {

    /**
     * What a severity asks for.
     *
     * @param acknowledgeWithin from the beginning to somebody acting on it
     * @param updateEvery from one status update to the next; empty where none is asked for
     */
    public record Response(Duration acknowledgeWithin, Optional<Duration> updateEvery) {}

    /** The cadence that holds where {@code warroom.yaml} says nothing. */
    public static final Map<Severity, Response> USUAL_RESPONSES =
            Map.of(
                    Severity.P1,
                            new Response(
                                    Duration.ofMinutes(15), Optional.of(Duration.ofMinutes(15))),
                    Severity.P2, new Response(Duration.ofHours(1), Optional.empty()),
                    Severity.P3, new Response(Duration.ofHours(4), Optional.empty()),
                    Severity.P4, new Response(Duration.ofHours(24), Optional.empty()));

    /** Nothing is shared with other machines. */
    public Policy(
            String service,
            List<ListedLog> logs,
            List<Probe> probes,
            Map<Severity, Response> responses,
            Rules rules,
            Targets targets,
            Secrets secrets,
            StepRules steps) {
        this(service, logs, probes, responses, rules, targets, secrets, steps, Optional.empty());
    }

    /** No targets and no secrets are named. */
    public Policy(
            String service,
            List<ListedLog> logs,
            List<Probe> probes,
            Map<Severity, Response> responses,
            Rules rules) {
        this(service, logs, probes, responses, rules, Targets.NONE, Secrets.USUAL, StepRules.USUAL);
    }

    public Policy {
        logs = List.copyOf(logs);
        probes = List.copyOf(probes);
        responses = Map.copyOf(responses);
    }

    /** A workspace that says nothing. */
    public static Policy usual() {
        return new Policy("", List.of(), List.of(), USUAL_RESPONSES, Rules.USUAL);
    }

    /** This policy with more message templates. */
    public Policy with(List<Template> templates) {
        return templates.isEmpty()
                ? this
                : new Policy(
                        service,
                        logs,
                        probes,
                        responses,
                        rules.with(templates),
                        targets,
                        secrets,
                        steps,
                        shared);
    }

    /** This policy, knowing the values of those variables whose names look secret. */
    public Policy knowing(Map<String, String> variables) {
        return new Policy(
                service,
                logs,
                probes,
                responses,
                rules,
                targets,
                secrets.knowing(variables),
                steps,
                shared);
    }

    /** This policy with other probes. */
    public Policy probing(List<Probe> others) {
        return new Policy(service, logs, others, responses, rules, targets, secrets, steps);
    }

    public Response response(Severity severity) {
        return responses.getOrDefault(severity, USUAL_RESPONSES.get(severity));
    }

    /**
     * The probes whose being critical means that the service is down: those that the metrics name,
     * or else those that ask as the service's users do (http, tcp), or else all.
     */
    public List<String> serviceProbes() {
        List<String> named = rules.targets().probes();
        List<String> asking =
                probes.stream()
                        .filter(
                                it ->
                                        it.check() instanceof Check.Http
                                                || it.check() instanceof Check.Tcp)
                        .map(Probe::name)
                        .toList();
        if (!named.isEmpty()) {
            return named;
        }
        return asking.isEmpty() ? probes.stream().map(Probe::name).toList() : asking;
    }
}
