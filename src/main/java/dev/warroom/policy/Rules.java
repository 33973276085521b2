package dev.warroom.policy;

import dev.warroom.incident.Severity;

import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a team commands incidents and keeps its calendar.
 *
 * @param roles by name, in the order in which they are offered
 * @param phases the time boxes of an incident, by severity, in their order
 * @param escalation who is called, and when
 * @param maintenance the windows, and who allows one outside of them
 * @param schedules checklists that are due by the clock
 * @param targets what the figures are measured against
 * @param hooks what messages are handed to
 * @param templates what messages are made from
 */
public record Rules(
        List<String> roles,
        Map<Severity, List<Phase>> phases,
        Escalation escalation,
        Maintenance maintenance,
        List<Schedule> schedules,
        MetricTargets targets,
        List<Hook> hooks,
        List<Template> templates) {

    /** A time box, counted from the declaration. */
    public record Phase(String name, Duration from, Duration to) {}

    /** What holds where {@code warroom.yaml} says nothing. */
    public static final Rules USUAL =
            new Rules(
                    List.of("Commander", "Communicator", "Technician"),
                    Map.of(Severity.P1, usualPhases()),
                    Escalation.USUAL,
                    Maintenance.USUAL,
                    List.of(
                            new Schedule(
                                    "Morning Checklist",
                                    LocalTime.of(9, 0),
                                    days(),
                                    Optional.empty()),
                            new Schedule(
                                    "End of Day", LocalTime.of(17, 0), days(), Optional.empty())),
                    MetricTargets.USUAL,
                    List.of(),
                    Template.USUAL);

    public Rules {
        roles = List.copyOf(roles);
        phases = Map.copyOf(phases);
        schedules = List.copyOf(schedules);
        hooks = List.copyOf(hooks);
        templates = List.copyOf(templates);
    }

    /** The time boxes of a severity; none where it has none. */
    public List<Phase> phases(Severity severity) {
        return phases.getOrDefault(severity, List.of());
    }

    /** The template of a name. */
    public Optional<Template> template(String name) {
        return templates.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** These rules with the templates of the workspace, which replace those of the same name. */
    public Rules with(List<Template> more) {
        List<String> names = more.stream().map(Template::name).toList();
        List<Template> all = new java.util.ArrayList<>(templates);
        all.removeIf(it -> names.contains(it.name()));
        all.addAll(more);
        return new Rules(roles, phases, escalation, maintenance, schedules, targets, hooks, all);
    }

    private static List<Phase> usualPhases() {
        return List.of(
                new Phase("Immediate actions", Duration.ZERO, Duration.ofMinutes(5)),
                new Phase("Diagnosis", Duration.ofMinutes(5), Duration.ofMinutes(15)),
                new Phase("Resolution", Duration.ofMinutes(15), Duration.ofMinutes(60)),
                new Phase("Post-incident", Duration.ofHours(1), Duration.ofHours(24)));
    }

    private static Set<java.time.DayOfWeek> days() {
        return EnumSet.allOf(java.time.DayOfWeek.class);
    }
}
