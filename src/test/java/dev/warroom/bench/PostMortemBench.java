package dev.warroom.bench;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.policy.Policy;
import dev.warroom.report.Evidence;
import dev.warroom.report.PostMortem;
import dev.warroom.report.PostMortemPage;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What the post-mortem of an incident with 10,000 events takes. */
final class PostMortemBench {

    private static final int EVENTS = 10_000;

    private PostMortemBench() {}

    static void main() throws Exception {
        Figures.sayJava();
        Instant at = Instant.parse("2026-03-01T03:14:15Z");
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            IncidentEvent event = LongIncident.event(i);
            facts.add(new Fact(i + 1L, at.plusSeconds(i), "ana", "app-1", event));
        }
        Incident incident = Incident.replay("INC-1", facts);
        Instant now = at.plusSeconds(EVENTS);
        ZoneId zone = ZoneId.of("UTC");
        long began = System.nanoTime();
        int length = PostMortem.markdown(incident, Policy.usual(), now, zone).length();
        Figures.say(
                "%-52s %8.0f ms",
                "as Markdown, the first time (" + length / 1024 + " KiB)",
                (System.nanoTime() - began) / 1e6);
        Figures.of(1, 5, i -> PostMortem.markdown(incident, Policy.usual(), now, zone))
                .print("as Markdown");
        Figures.of(
                        1,
                        5,
                        i ->
                                PostMortemPage.html(
                                        incident, Policy.usual(), now, zone, Evidence.NONE))
                .print("as a page");
    }
}
