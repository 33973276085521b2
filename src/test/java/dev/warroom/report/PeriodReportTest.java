package dev.warroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.figures.Figures;
import dev.warroom.figures.Period;
import dev.warroom.history.History;
import dev.warroom.history.Slot;
import dev.warroom.history.Spread;
import dev.warroom.history.Tally;
import dev.warroom.history.Trend;
import dev.warroom.incident.CommandEvent.KindNoted;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.Acknowledged;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.Severity;
import dev.warroom.policy.Check;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Probe;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;

class PeriodReportTest {

    private static final Path GOLDEN = Path.of("src/test/resources/report");
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final Period WEEK = new Period(MONDAY, MONDAY.plus(Duration.ofDays(7)));
    private static final String HOSTILE =
            "</td><script>alert(1)</script> \"'&| `x` *b* \u001b[31mred\u0007 \u202eright";

    private static Fact fact(long number, Instant at, IncidentEvent event) {
        return new Fact(number, at, "ana", "app-1", event);
    }

    private static Incident incident(String title) {
        Instant began = MONDAY.plus(Duration.ofHours(30));
        return Incident.replay(
                "INC-7",
                List.of(
                        fact(1, began, new Declared(Severity.P1, title, "shop", "/srv/shop")),
                        fact(2, began.plusSeconds(240), new Acknowledged()),
                        fact(
                                3,
                                began.plusSeconds(600),
                                new KindNoted("deployment", "1.4.2 " + title)),
                        fact(4, began.plusSeconds(1_500), new Resolved("", "")),
                        fact(5, began.plusSeconds(1_600), new KindNoted("security", title))));
    }

    private static History history() {
        List<Slot> slots = new ArrayList<>();
        for (int hour = 0; hour < 168; hour++) {
            if (hour >= 100 && hour < 110) {
                continue;
            }
            Instant from = MONDAY.plus(Slot.HOUR.multipliedBy(hour));
            long down = hour == 30 ? 1_260_000 : 0;
            Tally time = new Tally(3_600_000 - down, 0, down, 0, 0);
            slots.add(new Slot("", from, Slot.HOUR, time, Tally.NONE, Spread.NONE, Trend.NONE));
            Tally looks = new Tally(hour == 30 ? 234 : 360, 0, hour == 30 ? 126 : 0, 0, 0);
            Spread took =
                    Spread.of(Duration.ofMillis(80 + (hour * 37) % 50 + (hour == 30 ? 900 : 0)));
            slots.add(new Slot("api", from, Slot.HOUR, time, looks, took, Trend.NONE));
        }
        return History.of(slots, 0);
    }

    private static PeriodReport report(String title, String service, History history) {
        Policy usual =
                Policy.usual()
                        .probing(
                                List.of(
                                        new Probe(
                                                "api",
                                                new Check.Tcp("127.0.0.1", 80),
                                                Duration.ofSeconds(10),
                                                Duration.ofSeconds(2))));
        Policy policy =
                new Policy(service, usual.logs(), usual.probes(), usual.responses(), usual.rules());
        Instant longAgo = MONDAY.minus(Duration.ofDays(40));
        Incident incident = incident(title);
        Figures figures =
                Figures.of(
                        WEEK,
                        policy,
                        List.of(incident),
                        List.of(
                                new Figures.Span(longAgo, Optional.of(longAgo.plusSeconds(3_600))),
                                new Figures.Span(
                                        incident.beganAt().orElseThrow(), incident.endedAt())),
                        history);
        return new PeriodReport("Weekly report", figures, ZoneId.of("Europe/Berlin"));
    }

    @Test
    void aWeekReadsLikeThis() throws Exception {
        golden("weekly.md", report("checkout is down", "shop", history()).markdown());
    }

    @Test
    void aWeekIsDrawnLikeThis() throws Exception {
        golden("weekly.html", report("checkout is down", "shop", history()).html());
    }

    @Test
    void thePageIsWellFormedAndWhateverPeopleWroteStandsInItAsText() throws Exception {
        String html = report(HOSTILE, HOSTILE, history()).html();
        Document page = parse(html);
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(3);
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
                .contains("</td><script>alert(1)</script> \"'&| `x` *b*");
        assertThat(html).doesNotContain("\u001b", "\u0007", "\u202e", "<script", "javascript:");
    }

    @Test
    void eachCurveIsNamedForThoseWhoDoNotSeeIt() throws Exception {
        NodeList drawings =
                parse(report("x", "shop", history()).html()).getElementsByTagName("svg");
        for (int i = 0; i < drawings.getLength(); i++) {
            var drawing = (org.w3c.dom.Element) drawings.item(i);
            assertThat(drawing.getAttribute("role")).isEqualTo("img");
            String title = drawing.getElementsByTagName("title").item(0).getTextContent();
            assertThat(title).contains("at most", "target");
        }
    }

    @Test
    void whereNobodyWatchedNothingIsDrawn() throws Exception {
        PeriodReport report = report("x", "shop", History.NONE);
        assertThat(parse(report.html()).getElementsByTagName("svg").getLength()).isZero();
        assertThat(report.html()).contains("Down: nobody watched.");
        assertThat(report.markdown()).contains("Down: nobody watched.").doesNotContain("```");
    }

    @Test
    void inMarkdownNothingThatPeopleWroteHasAMeaning() {
        assertThat(report(HOSTILE, HOSTILE, history()).markdown())
                .contains("\\<script\\>", "\\`x\\`", "\\*b\\*")
                .doesNotContain("<script>", "\u001b", "\u202e");
    }

    private static Document parse(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static void golden(String name, String actual) throws Exception {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("warroom.rewrite")) {
            Files.writeString(file, actual);
        }
        String expected = Files.exists(file) ? Files.readString(file) : "(no such file)\n";
        assertThat(actual)
                .as("%s; -Dwarroom.rewrite=true writes it anew", name)
                .isEqualTo(expected);
    }
}
