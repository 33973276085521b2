package dev.warroom.report;

import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Fact;
import dev.warroom.incident.FactWords;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.ExpectationChecked;
import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.PatternSeen;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.IncidentEvent.StatusUpdated;
import dev.warroom.incident.IncidentEvent.StepNoted;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Policy.Response;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The post-mortem of an incident: what the record knows, and lines for what only people know. */
public final class PostMortem {

    /** More rows than this in a table are left out, and the report says how many. */
    static final int MOST_ROWS = 5_000;

    /** Where the page draws the curves. */
    static final String AROUND = "Health around it";

    private static final String FILL_IN = "_To fill in._\n";

    private final Incident incident;
    private final Policy policy;
    private final Instant now;
    private final ZoneId zone;
    private final Evidence evidence;
    private final CommandPart command;
    private final StringBuilder out = new StringBuilder();

    private PostMortem(
            Incident incident, Policy policy, Instant now, ZoneId zone, Evidence evidence) {
        this.incident = incident;
        this.policy = policy;
        this.now = now;
        this.zone = zone;
        this.evidence = evidence;
        command = new CommandPart(incident);
    }

    /**
     * A Markdown document (CommonMark with GFM tables). Whatever people and programs wrote is
     * escaped in it.
     *
     * @param policy whose targets the incident is measured by
     * @param now where an open incident is measured to
     * @param zone whose local times stand beside UTC in the summary
     */
    public static String markdown(Incident incident, Policy policy, Instant now, ZoneId zone) {
        return markdown(incident, policy, now, zone, Evidence.NONE);
    }

    /**
     * The same, with what there is beside the record.
     *
     * @param evidence names what was not chosen, and what steps have printed
     */
    public static String markdown(
            Incident incident, Policy policy, Instant now, ZoneId zone, Evidence evidence) {
        return new PostMortem(incident, policy, now, zone, evidence).write();
    }

    private String write() {
        String severity = incident.severity().map(it -> " (" + it + ")").orElse("");
        out.append("# ").append(Markdown.line(incident.id())).append(severity);
        out.append(": ").append(Markdown.line(incident.title())).append('\n');
        summary();
        part("Impact", FILL_IN);
        part("Timeline (UTC)", timeline());
        part("Steps", StepsPart.of(incident, evidence));
        part("Decisions", command.decisions(evidence));
        part("Escalations", command.escalations());
        part("Expectations", items(ExpectationChecked.class));
        part("Health", items(HealthChanged.class));
        part(AROUND, CurveDrawing.markdown(evidence.curves(), zone));
        part("First seen in the logs", items(PatternSeen.class));
        part("Values", values());
        part("Status updates", quotes(StatusUpdated.class, StatusUpdated::text));
        part("Messages", command.messages());
        part("Notes", quotes(NoteAdded.class, NoteAdded::text));
        part("Notes on steps", items(StepNoted.class));
        part("Root cause", resolved(Resolved::rootCause));
        part("Resolution", resolved(Resolved::resolution));
        part("What went well", FILL_IN);
        part("What went badly", FILL_IN);
        part("Where we were lucky", FILL_IN);
        part("What is to be done", command.followUps());
        return out.toString();
    }

    private void summary() {
        out.append("\n## Summary\n\n|  |  |\n|---|---|\n");
        row("Service", Markdown.line(incident.service()));
        row("Began", incident.beganAt().map(this::time).orElse("never"));
        Optional<Response> response = incident.severity().map(policy::response);
        row("Acknowledged", acknowledged(response));
        row("First critical", firstCritical());
        row("Mitigated", incident.command().mitigatedAt().map(this::after).orElse(""));
        row("Ended", incident.endedAt().map(this::after).orElse("still open"));
        row("Lasted", DurationWords.of(incident.elapsed(now)));
        response.ifPresent(it -> row("Status updates", Targets.updates(incident, it, now)));
        row("Roles", command.roles());
        row("People", people());
        row("Post-mortem", incident.command().postMortemAt().map(this::time).orElse(""));
        row("Workspace", Markdown.line(incident.workspace()));
    }

    private String acknowledged(Optional<Response> response) {
        String when = incident.acknowledgedAt().map(this::time).orElse("");
        String kept = response.map(it -> Targets.acknowledgement(incident, it, now)).orElse("");
        return when.isEmpty() || kept.isEmpty() ? when + kept : when + ", " + kept;
    }

    private String after(Instant at) {
        Duration length = Duration.between(incident.beganAt().orElse(at), at);
        return time(at) + ", after " + DurationWords.of(length);
    }

    /** When the room first saw a probe critical, which may be before anybody has declared. */
    private String firstCritical() {
        return incident.facts().stream()
                .filter(
                        it ->
                                it.event() instanceof HealthChanged changed
                                        && changed.to().equals("critical"))
                .findFirst()
                .map(
                        it ->
                                after(incident.at(it))
                                        + " ("
                                        + Markdown.line(((HealthChanged) it.event()).probe())
                                        + ")")
                .orElse("");
    }

    private void row(String name, String value) {
        if (!value.isEmpty()) {
            out.append("| ").append(name).append(" | ").append(value).append(" |\n");
        }
    }

    private String time(Instant at) {
        return Times.both(at, zone);
    }

    private String people() {
        return incident.facts().stream()
                .map(Fact::who)
                .distinct()
                .limit(100)
                .map(Markdown::line)
                .collect(Collectors.joining(", "));
    }

    private void part(String title, String body) {
        if (!body.isEmpty()) {
            out.append("\n## ").append(title).append("\n\n").append(body);
        }
    }

    private String timeline() {
        StringBuilder table = new StringBuilder("| When | Who | What |\n|---|---|---|\n");
        List<Fact> facts = incident.told();
        for (Fact fact : facts.subList(0, Math.min(facts.size(), MOST_ROWS))) {
            table.append("| ")
                    .append(Times.utc(fact.at()))
                    .append(" | ")
                    .append(Markdown.line(FactWords.person(fact)))
                    .append(" | ")
                    .append(Markdown.line(incident.words(fact)))
                    .append(" |\n");
        }
        int left = facts.size() - MOST_ROWS;
        return left <= 0
                ? table.toString()
                : table + "\n" + left + " more facts are in the incident's journal.\n";
    }

    private String items(Class<? extends IncidentEvent> kind) {
        return incident.facts().stream()
                .filter(fact -> kind.isInstance(fact.event()))
                .limit(MOST_ROWS)
                .map(fact -> head(fact) + ": " + Markdown.line(incident.words(fact)) + "\n")
                .collect(Collectors.joining());
    }

    private <E extends IncidentEvent> String quotes(Class<E> kind, Function<E, String> text) {
        return incident.facts().stream()
                .filter(fact -> kind.isInstance(fact.event()))
                .limit(MOST_ROWS)
                .map(
                        fact ->
                                head(fact)
                                        + ":\n\n"
                                        + Markdown.quote(text.apply(kind.cast(fact.event())))
                                                .indent(2))
                .collect(Collectors.joining("\n"));
    }

    private static String head(Fact fact) {
        return "- " + Times.utc(fact.at()) + " " + Markdown.line(FactWords.person(fact));
    }

    private String values() {
        return new TreeMap<>(incident.values())
                .entrySet().stream()
                        .map(
                                it ->
                                        "- "
                                                + Markdown.line(it.getKey())
                                                + " = "
                                                + Markdown.line(it.getValue())
                                                + "\n")
                        .collect(Collectors.joining());
    }

    private String resolved(Function<Resolved, String> text) {
        return incident.facts().stream()
                .filter(fact -> fact.event() instanceof Resolved)
                .reduce((first, last) -> last)
                .map(fact -> text.apply((Resolved) fact.event()))
                .filter(it -> !it.isBlank())
                .map(Markdown::quote)
                .orElse(FILL_IN);
    }
}
