package dev.warroom.report;

import dev.warroom.figures.Curve;
import dev.warroom.figures.Figure;
import dev.warroom.figures.Figures;
import dev.warroom.incident.CommandEvent.KindNoted;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.Severity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The report of a day or a week, as Markdown or as one HTML file.
 *
 * @param title such as {@code Weekly report}
 * @param zone of the local times that stand beside UTC
 */
public record PeriodReport(String title, Figures figures, ZoneId zone) {

    private static final int MOST_ROWS = 500;

    private String heading() {
        return figures.service().isEmpty() ? title : title + ": " + figures.service();
    }

    private String period() {
        return "From "
                + Times.both(figures.period().from(), zone)
                + " to "
                + Times.both(figures.period().to(), zone)
                + ", "
                + DurationWords.of(figures.period().length())
                + ".";
    }

    private String counts() {
        long all = figures.bySeverity().values().stream().mapToLong(it -> it).sum();
        String by =
                figures.bySeverity().entrySet().stream()
                        .filter(it -> it.getValue() > 0)
                        .map(it -> it.getKey() + ": " + it.getValue())
                        .collect(Collectors.joining(", "));
        return (all == 0 ? "None was declared" : all + " declared (" + by + ")")
                + (figures.open().isEmpty()
                        ? "."
                        : ", " + figures.open().size() + " open at the end.");
    }

    private String lasted(Incident incident) {
        Instant end = figures.period().to();
        boolean over = incident.endedAt().filter(it -> it.isBefore(end)).isPresent();
        return over ? DurationWords.of(incident.elapsed(end)) : "open";
    }

    private static String severity(Incident incident) {
        return incident.severity().map(Severity::toString).orElse("");
    }

    private static String text(Fact fact) {
        return fact.event() instanceof KindNoted noted ? noted.text() : "";
    }

    /** CommonMark with GFM tables; whatever people and programs wrote is escaped in it. */
    public String markdown() {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(Markdown.line(heading())).append("\n\n");
        out.append(Markdown.line(period())).append("\n\n## Figures\n\n");
        out.append("| Figure | Value | Target | Kept | |\n|---|---|---|---|---|\n");
        for (Figure figure : figures.all()) {
            row(
                    out,
                    figure.name(),
                    figure.words(),
                    figure.target().orElse("–"),
                    figure.verdict(),
                    figure.note());
        }
        out.append("\n## Incidents\n\n").append(counts()).append('\n');
        if (!figures.declared().isEmpty()) {
            out.append("\n| Incident | Severity | Title | Began (UTC) | Lasted |\n");
            out.append("|---|---|---|---|---|\n");
            for (Incident it : figures.declared().stream().limit(MOST_ROWS).toList()) {
                row(
                        out,
                        it.id(),
                        severity(it),
                        it.title(),
                        Times.utc(it.beganAt().orElseThrow()),
                        lasted(it));
            }
            out.append(left(figures.declared().size()));
        }
        noted(out, "Deployments", figures.deployments());
        noted(out, "Security events", figures.security());
        out.append("\n## Curves\n\n");
        for (Curve curve : figures.curves()) {
            CurveDrawing drawing = new CurveDrawing(curve, zone);
            out.append(Markdown.line(drawing.words())).append('\n');
            if (!drawing.empty()) {
                out.append("\n```text\n").append(drawing.line()).append("\n```\n");
            }
            out.append('\n');
        }
        return out.toString().stripTrailing() + "\n";
    }

    private static void row(StringBuilder out, String... cells) {
        for (String cell : cells) {
            out.append("| ").append(Markdown.line(cell)).append(' ');
        }
        out.append("|\n");
    }

    private static void noted(StringBuilder out, String title, List<Fact> facts) {
        out.append("\n## ").append(title).append("\n\n");
        out.append(facts.isEmpty() ? "None was noted.\n" : "");
        for (Fact fact : facts.stream().limit(MOST_ROWS).toList()) {
            out.append("- ")
                    .append(Times.utc(fact.at()))
                    .append(' ')
                    .append(Markdown.line(fact.who() + ": " + text(fact)))
                    .append('\n');
        }
        out.append(left(facts.size()));
    }

    /** What a bound has kept out is said. */
    private static String left(int all) {
        return all <= MOST_ROWS ? "" : "\n" + (all - MOST_ROWS) + " more are in the journals.\n";
    }

    /** One page that needs nothing else, with the curves drawn in it. */
    public String html() {
        Html html = Html.page(heading(), "en");
        html.element("h1", heading()).element("p", period(), "class", "muted");
        html.element("h2", "Figures").open("table");
        header(html, "Figure", "Value", "Target", "Kept", "Note");
        html.open("tbody");
        for (Figure figure : figures.all()) {
            html.open("tr").element("th", figure.name(), "scope", "row");
            html.element("td", figure.words());
            html.element("td", figure.target().orElse("–"));
            String kept = figure.met().map(it -> it ? "met" : "missed").orElse("muted");
            html.element("td", figure.verdict(), "class", kept);
            html.element("td", figure.note(), "class", "muted").close();
        }
        html.close().close();
        html.element("h2", "Incidents").element("p", counts());
        if (!figures.declared().isEmpty()) {
            html.open("table");
            header(html, "Incident", "Severity", "Title", "Began (UTC)", "Lasted");
            html.open("tbody");
            for (Incident it : figures.declared().stream().limit(MOST_ROWS).toList()) {
                html.open("tr").element("th", it.id(), "scope", "row");
                html.element("td", severity(it)).element("td", it.title());
                html.element("td", Times.utc(it.beganAt().orElseThrow()));
                html.element("td", lasted(it)).close();
            }
            html.close().close();
            more(html, figures.declared().size());
        }
        noted(html, "Deployments", figures.deployments());
        noted(html, "Security events", figures.security());
        html.element("h2", "Curves");
        for (Curve curve : figures.curves()) {
            CurveDrawing drawing = new CurveDrawing(curve, zone);
            if (drawing.empty()) {
                html.element("p", drawing.words());
            } else {
                drawing.draw(html);
            }
        }
        return html.end();
    }

    private static void header(Html html, String... names) {
        html.open("thead").open("tr");
        for (String name : names) {
            html.element("th", name, "scope", "col");
        }
        html.close().close();
    }

    private static void noted(Html html, String title, List<Fact> facts) {
        html.element("h2", title);
        if (facts.isEmpty()) {
            html.element("p", "None was noted.");
            return;
        }
        html.open("ul");
        for (Fact fact : facts.stream().limit(MOST_ROWS).toList()) {
            html.element("li", Times.utc(fact.at()) + " " + fact.who() + ": " + text(fact));
        }
        html.close();
        more(html, facts.size());
    }

    private static void more(Html html, int all) {
        if (all > MOST_ROWS) {
            html.element("p", left(all).strip());
        }
    }
}
