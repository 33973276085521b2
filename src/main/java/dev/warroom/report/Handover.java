package dev.warroom.report;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.Batch;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.OptionChosen;
import dev.warroom.incident.IncidentEvent.StatusUpdated;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Step;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * For whoever takes over: where we are, what is running, what was tried, what is due. No more than
 * a screen of Markdown, about 40 lines; what does not fit is counted.
 */
public final class Handover {

    private static final int MOST = 5;

    private final Incident incident;
    private final Library library;
    private final List<Due> clocks;
    private final Instant now;
    private final StringBuilder out = new StringBuilder();

    private Handover(Incident incident, Library library, List<Due> clocks, Instant now) {
        this.incident = incident;
        this.library = library;
        this.clocks = List.copyOf(clocks);
        this.now = now;
    }

    /**
     * What a clock counts down to.
     *
     * @param what such as {@code status update}
     */
    public record Due(String what, Instant at) {}

    /**
     * The summary as it stands at {@code now}.
     *
     * @param clocks those that run, the most pressing first
     */
    public static String markdown(
            Incident incident, Library library, List<Due> clocks, Instant now) {
        return new Handover(incident, library, clocks, now).write();
    }

    private String write() {
        out.append("# Handover ")
                .append(Markdown.line(incident.id()))
                .append(incident.severity().map(it -> " (" + it + ")").orElse(""))
                .append(": ")
                .append(Markdown.line(incident.title()))
                .append("\n\n");
        where();
        part(
                "Running",
                incident.runningTogether().stream().map(this::running).toList(),
                "Nothing is running.");
        part("Not well", unwell(), "No probe is known to be unwell.");
        part(
                "Tried",
                newest(
                        it ->
                                it.event() instanceof StepFinished
                                        || it.event() instanceof OptionChosen),
                "Nothing was tried yet.");
        part("Said", newest(it -> it.event() instanceof NoteAdded), "");
        part("Next in the runbook", next(), "");
        part("Due", due(), "Nothing is due.");
        return out.toString();
    }

    private void where() {
        String state =
                incident.endedAt().isPresent()
                        ? "over since " + Times.utc(incident.endedAt().get()) + " UTC"
                        : incident.command().mitigatedAt().isPresent()
                                ? "mitigated, not resolved"
                                : incident.acknowledgedAt().isPresent()
                                        ? "being worked on"
                                        : "not acknowledged";
        line(
                "As of "
                        + Times.utc(now)
                        + " UTC, "
                        + DurationWords.of(incident.elapsed(now))
                        + " in: **"
                        + state
                        + "**.");
        String status =
                incident.facts().stream()
                        .filter(it -> it.event() instanceof StatusUpdated)
                        .reduce((first, last) -> last)
                        .map(
                                it ->
                                        "Last update "
                                                + ago(incident.at(it))
                                                + ": "
                                                + words(((StatusUpdated) it.event()).text()))
                        .orElse("No status update was sent.");
        line(status);
        String roles =
                incident.command().roles().entrySet().stream()
                        .map(it -> words(it.getKey()) + " " + words(it.getValue()))
                        .collect(Collectors.joining(", "));
        line(roles.isEmpty() ? "Nobody has taken a role." : "Roles: " + roles + ".");
    }

    private String running(Batch together) {
        Attempt attempt = together.attempts().getFirst();
        String step =
                incident.facts().stream()
                        .map(Fact::event)
                        .filter(
                                it ->
                                        it
                                                        instanceof
                                                        dev.warroom.incident.IncidentEvent
                                                                        .StepStarted
                                                                s
                                                && s.run().equals(attempt.run()))
                        .map(it -> ((dev.warroom.incident.IncidentEvent.StepStarted) it).title())
                        .findFirst()
                        .orElse(attempt.run());
        return words(step)
                + " on "
                + (together.many()
                        ? together.attempts().size() + " of " + together.hosts() + " hosts"
                        : words(attempt.target()))
                + " by "
                + words(attempt.who())
                + ", started "
                + ago(attempt.startedAt());
    }

    private List<String> unwell() {
        Map<String, Fact> last = new LinkedHashMap<>();
        for (Fact fact : incident.facts()) {
            if (fact.event() instanceof HealthChanged it) {
                last.put(it.probe(), fact);
            }
        }
        return last.values().stream()
                .filter(it -> !((HealthChanged) it.event()).to().equals("ok"))
                .map(it -> told(it) + ", " + ago(incident.at(it)))
                .toList();
    }

    private List<String> newest(Predicate<Fact> wanted) {
        return incident.told().reversed().stream()
                .filter(wanted)
                .map(it -> told(it) + ", " + ago(incident.at(it)))
                .toList();
    }

    private List<String> next() {
        return incident.runbook().flatMap(library::byId).map(Runbook::steps).stream()
                .flatMap(List::stream)
                .filter(it -> !incident.state(it.id()).settled())
                .map(Step::title)
                .map(Handover::words)
                .toList();
    }

    private List<String> due() {
        List<String> due = new ArrayList<>();
        clocks.forEach(it -> due.add(words(it.what()) + " " + in(it.at())));
        incident.command()
                .postMortemAt()
                .ifPresent(it -> due.add("post-mortem " + Times.utc(it) + " UTC"));
        incident.command().followUps().stream()
                .filter(it -> !it.done())
                .forEach(it -> due.add(words(it.owner()) + ": " + words(it.text())));
        return due;
    }

    private void part(String title, List<String> items, String none) {
        if (items.isEmpty() && none.isEmpty()) {
            return;
        }
        out.append("\n**").append(title).append("**\n\n");
        if (items.isEmpty()) {
            out.append(none).append('\n');
        }
        items.stream().limit(MOST).forEach(it -> out.append("- ").append(it).append('\n'));
        if (items.size() > MOST) {
            out.append("- and ").append(items.size() - MOST).append(" more\n");
        }
    }

    private void line(String words) {
        out.append(words).append("\n");
    }

    private String told(Fact fact) {
        return words(incident.words(fact));
    }

    private static String words(String text) {
        String line = Markdown.line(text);
        return line.length() <= 160 ? line : line.substring(0, 160).replaceFirst("\\\\$", "") + "…";
    }

    private String ago(Instant at) {
        return DurationWords.of(Duration.between(at, now)) + " ago";
    }

    private String in(Instant due) {
        Duration left = Duration.between(now, due);
        return left.isNegative()
                ? "**over since " + DurationWords.of(left.negated()) + "**"
                : "in " + DurationWords.of(left);
    }
}
