package dev.warroom.report;

import dev.warroom.figures.Curve;
import dev.warroom.incident.Incident;
import dev.warroom.policy.Policy;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The post-mortem as one page that needs nothing else: no script, no address, light and dark, and
 * made to be printed. Its words are those of {@link PostMortem}.
 */
public final class PostMortemPage {

    private static final String STYLE =
            """
            :root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --soft: #57606a;
              --line: #d0d7de; --shade: #f3f5f7; --good: #1a7f37; --warn: #9a6700; --bad: #cf222e;
              --none: #6e7781; --mark: #0969da; }
            @media (prefers-color-scheme: dark) {
              :root { --paper: #0d1117; --ink: #e6edf3; --soft: #9da7b3; --line: #3d444d;
                --shade: #161b22; --good: #3fb950; --warn: #d29922; --bad: #ff7b72;
                --none: #9198a1; --mark: #58a6ff; } }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--paper); color: var(--ink);
              font: 16px/1.5 system-ui, sans-serif; }
            main { max-width: 62rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
            h1 { font-size: 1.6rem; line-height: 1.25; }
            h2 { font-size: 1.2rem; margin-top: 2rem; border-bottom: 1px solid var(--line); }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; font-size: .9rem; }
            th, td { text-align: left; vertical-align: top; padding: .3rem .6rem;
              border-bottom: 1px solid var(--line); }
            td:first-child { white-space: nowrap; }
            td:nth-child(2) { min-width: 8rem; }
            thead th { color: var(--soft); }
            pre { background: var(--shade); padding: .75rem; overflow-x: auto; font-size: .85rem; }
            blockquote { margin: .5rem 0; padding-left: 1rem; border-left: 3px solid var(--line); }
            figure { margin: 1rem 0; }
            figcaption { color: var(--soft); font-size: .85rem; }
            svg { width: 100%; height: auto; } .wide svg { min-width: 40rem; }
            svg text { fill: var(--ink); font: 14px system-ui, sans-serif; }
            .grid { stroke: var(--line); }
            .decision { fill: var(--mark); } .told { fill: var(--soft); }
            .ok { fill: var(--good); } .warning { fill: var(--warn); }
            .critical { fill: var(--bad); } .unknown { fill: var(--none); }
            @media print {
              :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb;
                --shade: #f3f3f3; --good: #1a7f37; --warn: #9a6700; --bad: #b00020;
                --none: #666; --mark: #0550ae; }
              main { max-width: none; padding: 0; } .wide, pre { overflow: visible; }
              pre { white-space: pre-wrap; } .wide svg { min-width: 0; }
              h2 { break-after: avoid; } tr, figure, pre { break-inside: avoid; }
              thead { display: table-header-group; } }
            """;

    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private PostMortemPage() {}

    /**
     * A whole HTML document.
     *
     * @param now where an open incident is measured to
     * @param zone whose local times stand beside UTC
     */
    public static String html(
            Incident incident, Policy policy, Instant now, ZoneId zone, Evidence evidence) {
        String body =
                HtmlRenderer.builder()
                        .extensions(TABLES)
                        .escapeHtml(true)
                        .sanitizeUrls(true)
                        .build()
                        .render(
                                Parser.builder()
                                        .extensions(TABLES)
                                        .build()
                                        .parse(
                                                PostMortem.markdown(
                                                        incident, policy, now, zone, evidence)));
        String title = HtmlText.line(incident.id() + ": " + incident.title(), 300);
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                + " style-src 'unsafe-inline'\">\n<title>"
                + title
                + "</title>\n<style>\n"
                + STYLE
                + "</style>\n</head>\n<body>\n<main>\n"
                + curves(
                        pictured(tables(body), IncidentPicture.of(incident, now)),
                        evidence.curves(),
                        zone)
                + "</main>\n</body>\n</html>\n";
    }

    /** A table that is too wide is scrolled alone; headers without words are none. */
    private static String tables(String body) {
        return body.replace("<thead>\n<tr>\n<th></th>\n<th></th>\n</tr>\n</thead>\n", "")
                .replace("<table>", "<div class=\"wide\" tabindex=\"0\">\n<table>")
                .replace("</table>", "</table>\n</div>")
                .replace("<pre>", "<pre tabindex=\"0\">")
                .replace("<th>", "<th scope=\"col\">");
    }

    private static String pictured(String body, String picture) {
        String before = "<h2>Timeline (UTC)</h2>\n";
        int at = body.indexOf(before);
        if (picture.isEmpty() || at < 0) {
            return body;
        }
        int behind = at + before.length();
        return body.substring(0, behind)
                + "<figure>\n<div class=\"wide\" tabindex=\"0\">\n"
                + picture
                + "</div>\n<figcaption>From the declaration to the end. Rows below the steps are"
                + " probes: the taller and redder, the worse.</figcaption>\n</figure>\n"
                + body.substring(behind);
    }

    private static String curves(String body, List<Curve> curves, ZoneId zone) {
        String before = "<h2>" + PostMortem.AROUND + "</h2>\n";
        Html drawn = Html.part();
        curves.stream()
                .map(it -> new CurveDrawing(it, zone))
                .filter(it -> !it.empty())
                .forEach(it -> it.draw(drawn));
        int at = body.indexOf(before);
        return at < 0
                ? body
                : body.substring(0, at + before.length())
                        + drawn.end()
                        + body.substring(at + before.length());
    }
}
