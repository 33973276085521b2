package dev.warroom.figures;

import dev.warroom.history.History;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.Severity;
import dev.warroom.policy.Policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a period comes to.
 *
 * @param service what the team runs; may be empty
 * @param all against their targets, in the order in which they are read
 * @param bySeverity how many incidents were declared
 * @param declared in the period, the oldest first
 * @param open at its end
 * @param deployments that were noted
 * @param security events that were noted
 * @param curves of the service
 */
public record Figures(
        String service,
        Period period,
        List<Figure> all,
        Map<Severity, Long> bySeverity,
        List<Incident> declared,
        List<Incident> open,
        List<Fact> deployments,
        List<Fact> security,
        List<Curve> curves) {

    /**
     * When an incident began and ended.
     *
     * @param to empty while it is open
     */
    public record Span(Instant from, Optional<Instant> to) {}

    /**
     * @param policy what the figures are measured against
     * @param journals incidents and checklists that have facts in the period
     * @param ever beginning and end of every incident, also of long ago
     * @param history may reach further than the period
     */
    public static Figures of(
            Period period,
            Policy policy,
            List<Incident> journals,
            List<Span> ever,
            History history) {
        History in = history.between(period.from(), period.to());
        ServiceFigures service = new ServiceFigures(period, policy, in);
        IncidentFigures incidents =
                new IncidentFigures(
                        period,
                        policy,
                        journals,
                        ever.stream()
                                .filter(it -> it.from().isBefore(period.to()))
                                .map(
                                        it ->
                                                new Outages.Outage(
                                                        it.from(),
                                                        it.to()
                                                                .filter(
                                                                        at ->
                                                                                at.isBefore(
                                                                                        period
                                                                                                .to()))))
                                .toList());
        return new Figures(
                policy.service(),
                period,
                List.of(
                        service.uptime(),
                        service.errors(),
                        service.response(),
                        incidents.acknowledged(),
                        incidents.resolved(),
                        incidents.between(),
                        incidents.updates()),
                incidents.bySeverity(),
                incidents.declared().stream()
                        .sorted(java.util.Comparator.comparing(it -> it.beganAt().orElseThrow()))
                        .toList(),
                incidents.open(),
                incidents.noted("deployment"),
                incidents.noted("security"),
                Curve.of(period, policy, in));
    }
}
