package dev.warroom.room;

import dev.warroom.incident.Command.Escalation;
import dev.warroom.incident.CommandEvent.Escalated;
import dev.warroom.incident.CommandEvent.KindNoted;
import dev.warroom.incident.CommandEvent.Mitigated;
import dev.warroom.incident.CommandEvent.SeverityChanged;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.OptionChosen;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.IncidentEvent.StatusUpdated;
import dev.warroom.incident.IncidentEvent.StepDone;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepSkipped;
import dev.warroom.incident.StepState;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the record says for the placeholders of messages. */
final class LiveValues {

    /** The newest so many actions go into a message; how many there were before is said. */
    private static final int MOST_ACTIONS = 12;

    private static final int MOST_NEXT_STEPS = 3;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private LiveValues() {}

    /**
     * Values by key, as {@link Draft#key} makes it. What people have answered in this incident
     * already is among them; what nobody knows is not.
     */
    static Map<String, String> of(Room room) {
        Incident incident = room.incident();
        Map<String, String> values = new HashMap<>();
        incident.values().forEach((name, value) -> values.put(Draft.key(name), value));
        values.put("id", incident.id());
        values.put("title", incident.title());
        incident.severity().ifPresent(it -> values.put("severity", it.name()));
        String service =
                incident.service().isBlank() ? room.policy().service() : incident.service();
        if (!service.isBlank()) {
            values.put("service", service);
        }
        values.put("status", status(incident));
        values.put("elapsed", DurationWords.of(incident.elapsed(room.now())));
        values.put("now", DAY.format(room.now().atOffset(ZoneOffset.UTC)));
        values.put("who", room.person().name());
        incident.beganAt()
                .ifPresent(it -> values.put("began", DAY.format(it.atOffset(ZoneOffset.UTC))));
        values.put("actions", actions(incident));
        nextSteps(room).ifPresent(it -> values.put("next_steps", it));
        incident.command().roles().forEach((role, who) -> values.put(Draft.key(role), who));
        values.put(
                "post_mortem",
                incident.command()
                        .postMortemAt()
                        .map(it -> DAY.format(it.atOffset(ZoneOffset.UTC)))
                        .orElse("to be scheduled"));
        resolved(incident).ifPresent(it -> resolved(values, it));
        called(incident).ifPresent(it -> called(room, values, it));
        return values;
    }

    /** In one or a few words. */
    static String status(Incident incident) {
        if (incident.endedAt().isPresent()) {
            return "resolved";
        }
        if (incident.command().mitigatedAt().isPresent()) {
            return "mitigated, being watched";
        }
        return incident.acknowledgedAt().isPresent() ? "being worked on" : "declared";
    }

    private static void resolved(Map<String, String> values, Resolved end) {
        values.put("root_cause", end.rootCause().isBlank() ? "not known yet" : end.rootCause());
        values.put("resolution", end.resolution().isBlank() ? "not noted" : end.resolution());
    }

    private static Optional<Resolved> resolved(Incident incident) {
        return incident.endedAt().isEmpty()
                ? Optional.empty()
                : incident.facts()
                        .newest(Resolved.class)
                        .map(it -> (Resolved) it.event())
                        .findFirst();
    }

    private static Optional<Escalation> called(Incident incident) {
        return Optional.ofNullable(
                incident.command().escalations().get(incident.command().level()));
    }

    private static void called(Room room, Map<String, String> values, Escalation call) {
        values.put("level", String.valueOf(call.level()));
        values.put("level_name", call.name());
        values.put("reason", call.reason());
        Instant due = call.due();
        values.put("answer_due", TimeOfDay.minute(due, ZoneOffset.UTC) + " UTC");
        List<String> contacts =
                room.policy()
                        .rules()
                        .escalation()
                        .level(call.level())
                        .map(it -> it.contacts())
                        .orElse(List.of());
        values.put("contacts", contacts.isEmpty() ? "not known" : String.join(", ", contacts));
    }

    /** What was done since the last status update, the oldest first, a line each. */
    private static String actions(Incident incident) {
        List<Fact> done =
                sinceLastUpdate(incident.told()).stream().filter(LiveValues::isAction).toList();
        if (done.isEmpty()) {
            return "- nothing new";
        }
        int left = Math.max(0, done.size() - MOST_ACTIONS);
        StringBuilder lines = new StringBuilder();
        if (left > 0) {
            lines.append("- ").append(left).append(" more before\n");
        }
        for (Fact fact : done.subList(left, done.size())) {
            lines.append("- ")
                    .append(TimeOfDay.minute(fact.at(), ZoneOffset.UTC))
                    .append(' ')
                    .append(incident.words(fact))
                    .append('\n');
        }
        return lines.toString().stripTrailing();
    }

    /** By their order, not their times: clocks are set. */
    private static List<Fact> sinceLastUpdate(List<Fact> facts) {
        for (int i = facts.size() - 1; i >= 0; i--) {
            if (facts.get(i).event() instanceof StatusUpdated) {
                return facts.subList(i + 1, facts.size());
            }
        }
        return facts;
    }

    private static boolean isAction(Fact fact) {
        return switch (fact.event()) {
            case StepFinished it -> true;
            case StepDone it -> true;
            case StepSkipped it -> true;
            case OptionChosen it -> true;
            case NoteAdded it -> true;
            case Mitigated it -> true;
            case Escalated it -> true;
            case SeverityChanged it -> true;
            case KindNoted it -> true;
            default -> false;
        };
    }

    /** The steps that are open from the cursor on; empty where no runbook is walked. */
    private static Optional<String> nextSteps(Room room) {
        List<String> open =
                room.checklist().steps().stream()
                        .skip(Math.max(0, room.checklist().place()))
                        .filter(it -> isOpen(room.incident().state(it.id())))
                        .limit(MOST_NEXT_STEPS)
                        .map(it -> it.title())
                        .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", open));
    }

    private static boolean isOpen(StepState state) {
        return state == StepState.OPEN || state == StepState.RUNNING || state == StepState.READY;
    }
}
