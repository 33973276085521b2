package dev.warroom.report;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.Batch;
import dev.warroom.incident.CommandEvent.Escalated;
import dev.warroom.incident.CommandEvent.MessageSent;
import dev.warroom.incident.CommandEvent.Mitigated;
import dev.warroom.incident.CommandEvent.Reopened;
import dev.warroom.incident.CommandEvent.SeverityChanged;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Fact;
import dev.warroom.incident.FactWords;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.Acknowledged;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.incident.IncidentEvent.OptionChosen;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.IncidentEvent.StatusUpdated;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The incident on a line of time, as SVG: what was decided and told, when steps ran, and how the
 * probes were around it. Colours are classes of the page's style; what is bad is also drawn taller.
 */
final class IncidentPicture {

    private static final int WIDTH = 1000;
    private static final int LEFT = 170;

    /** So that a mark at the end is whole. */
    private static final int RIGHT = WIDTH - 8;

    private static final int ROW = 30;
    private static final int TOP = 34;
    private static final int TICKS = 5;

    /** More marks than this in a row are not drawn, and the row says so. */
    private static final int MOST_MARKS = 500;

    private static final int MOST_PROBES = 20;

    private final Incident incident;
    private final Instant from;
    private final long millis;
    private final StringBuilder rows = new StringBuilder();
    private int row;

    private IncidentPicture(Incident incident, Instant from, Instant to) {
        this.incident = incident;
        this.from = from;
        millis = Math.max(1, Duration.between(from, to).toMillis());
    }

    /**
     * An {@code svg} element; empty for one that never began.
     *
     * @param now where an open incident is drawn to
     */
    static String of(Incident incident, Instant now) {
        if (incident.beganAt().isEmpty()) {
            return "";
        }
        Instant from = incident.beganAt().get();
        Instant to = incident.endedAt().orElse(now);
        return new IncidentPicture(incident, from, to.isAfter(from) ? to : from.plusMillis(1))
                .draw();
    }

    private String draw() {
        marks("Decided", IncidentPicture::isDecision, "decision");
        marks("Told", it -> it instanceof StatusUpdated || it instanceof MessageSent, "told");
        steps();
        probes();
        int height = TOP + row * ROW + 8;
        return "<svg viewBox=\"0 0 "
                + WIDTH
                + " "
                + height
                + "\" role=\"img\" aria-labelledby=\"picture-title\">\n"
                + "<title id=\"picture-title\">When what was decided, told and run, and how the"
                + " probes were; the table below tells the same in words</title>\n"
                + axis(height)
                + rows
                + "</svg>\n";
    }

    private static boolean isDecision(IncidentEvent event) {
        return event instanceof Declared
                || event instanceof Acknowledged
                || event instanceof OptionChosen
                || event instanceof Escalated
                || event instanceof SeverityChanged
                || event instanceof Mitigated
                || event instanceof Reopened
                || event instanceof Resolved;
    }

    private String axis(int height) {
        StringBuilder axis = new StringBuilder();
        for (int i = 0; i <= TICKS; i++) {
            long at = millis * i / TICKS;
            double x = x(from.plusMillis(at));
            axis.append(
                    String.format(
                            Locale.ROOT,
                            "<line class=\"grid\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\""
                                    + " y2=\"%3$d\"/><text x=\"%1$.1f\" y=\"16\""
                                    + " text-anchor=\"%4$s\">+%5$s</text>\n",
                            x,
                            TOP - 10,
                            height - 4,
                            i == 0 ? "start" : i == TICKS ? "end" : "middle",
                            DurationWords.of(Duration.ofMillis(at))));
        }
        return axis.toString();
    }

    private void marks(String name, Predicate<IncidentEvent> wanted, String style) {
        List<Fact> facts = incident.facts().stream().filter(it -> wanted.test(it.event())).toList();
        label(name, facts.size());
        for (Fact fact : facts.subList(0, Math.min(MOST_MARKS, facts.size()))) {
            rows.append(
                    String.format(
                            Locale.ROOT,
                            "<circle class=\"%s\" cx=\"%.1f\" cy=\"%d\" r=\"6\"><title>%s</title>"
                                    + "</circle>\n",
                            style,
                            x(incident.at(fact)),
                            middle(),
                            words(fact)));
        }
        row++;
    }

    private void steps() {
        List<Fact> starts =
                incident.told().stream().filter(it -> it.event() instanceof StepStarted).toList();
        label("Steps", starts.size());
        for (Fact fact : starts.subList(0, Math.min(MOST_MARKS, starts.size()))) {
            StepStarted start = (StepStarted) fact.event();
            Optional<Batch> many = incident.many(start);
            if (many.isPresent()) {
                boolean well = many.get().hosts(Outcome.PASSED).size() == many.get().hosts();
                double begins = x(incident.at(fact));
                bar(
                        well ? "ok" : "critical",
                        well ? 10 : 18,
                        begins,
                        Math.max(x(incident.at(fact).plus(many.get().took())), begins + 3),
                        HtmlText.line(start.title() + ": " + many.get().words(), 160));
                continue;
            }
            Attempt attempt = incident.attempt(start.run()).orElseThrow();
            boolean bad = attempt.outcome().orElse(Outcome.PASSED) != Outcome.PASSED;
            double x = x(incident.at(fact));
            double end =
                    attempt.took().map(it -> x(incident.at(fact).plus(it))).orElse((double) RIGHT);
            bar(
                    bad ? "critical" : "ok",
                    bad ? 18 : 10,
                    x,
                    Math.max(end, x + 3),
                    HtmlText.line(
                            start.title()
                                    + " on "
                                    + start.target()
                                    + ": "
                                    + FactWords.ending(attempt),
                            160));
        }
        row++;
    }

    private record Band(String state, Instant from, String words) {}

    private void probes() {
        Map<String, List<Band>> bands = new LinkedHashMap<>();
        for (Fact fact : incident.facts()) {
            if (fact.event() instanceof HealthChanged it) {
                bands.computeIfAbsent(it.probe(), name -> new ArrayList<>())
                        .add(new Band(it.to(), incident.at(fact), words(fact)));
            }
        }
        bands.entrySet().stream()
                .limit(MOST_PROBES)
                .forEach(it -> probe(it.getKey(), it.getValue()));
    }

    private void probe(String name, List<Band> bands) {
        label(name, bands.size());
        for (int i = 0; i < Math.min(MOST_MARKS, bands.size()); i++) {
            Band band = bands.get(i);
            double end = i + 1 < bands.size() ? x(bands.get(i + 1).from()) : RIGHT;
            boolean calm = band.state().equals("ok");
            String style =
                    switch (band.state()) {
                        case "ok", "warning", "critical" -> band.state();
                        default -> "unknown";
                    };
            double x = x(band.from());
            int tall = calm ? 6 : band.state().equals("critical") ? 18 : 12;
            bar(style, tall, x, Math.max(end, x + 1), band.words());
        }
        row++;
    }

    private void bar(String style, int tall, double x, double end, String words) {
        rows.append(
                String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\">"
                                + "<title>%s</title></rect>\n",
                        style,
                        Math.min(x, WIDTH - 1),
                        middle() - tall / 2.0,
                        Math.max(1, Math.min(end, WIDTH) - Math.min(x, WIDTH - 1)),
                        tall,
                        words));
    }

    private void label(String name, int marks) {
        String more = marks > MOST_MARKS ? " (first " + MOST_MARKS + ")" : "";
        rows.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"4\" y=\"%d\">%s%s</text>\n",
                        middle() + 5,
                        HtmlText.line(name, 18),
                        more));
    }

    private String words(Fact fact) {
        return HtmlText.line(Times.utc(fact.at()) + " " + incident.words(fact), 160);
    }

    private int middle() {
        return TOP + row * ROW + ROW / 2;
    }

    /** Facts behind the end, such as the writing of a report, stand at the edge. */
    private double x(Instant at) {
        double part = (double) Duration.between(from, at).toMillis() / millis;
        return LEFT + Math.clamp(part, 0, 1) * (RIGHT - LEFT);
    }
}
