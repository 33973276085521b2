package dev.warroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Batch;
import dev.warroom.incident.CommandEvent.Escalated;
import dev.warroom.incident.CommandEvent.FollowUpAdded;
import dev.warroom.incident.CommandEvent.RoleAssigned;
import dev.warroom.incident.EveryEvent;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.Acknowledged;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.incident.IncidentEvent.StatusUpdated;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Outcome;
import dev.warroom.incident.Severity;
import dev.warroom.incident.Where;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.RunbookReader;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

class HandoverTest {

    private static final Library LIBRARY =
            RunbookReader.read(
                    "runbooks/p1.md", "# P1: Down\n\n1. Look at it\n2. Mend it\n3. Tell them\n");

    private static String handover(
            List<IncidentEvent> events, Duration after, Handover.Due... clocks) {
        return Handover.markdown(
                Incident.replay("INC-7", EveryEvent.facts(events)),
                LIBRARY,
                List.of(clocks),
                EveryEvent.START.plus(after));
    }

    private static Handover.Due due(String what, Duration after) {
        return new Handover.Due(what, EveryEvent.START.plus(after));
    }

    @Test
    void whoTakesOverReadsWhereItStands() {
        String runbook = LIBRARY.runbooks().getFirst().id();
        String text =
                handover(
                        List.of(
                                new Declared(Severity.P1, "No page loads", "web", "/srv"),
                                new Acknowledged(),
                                new RoleAssigned("Commander", "ana"),
                                new RunbookOpened(runbook, "P1: Down", "runbooks/p1.md"),
                                new HealthChanged("api", "ok", "critical", "503"),
                                new HealthChanged("database", "", "ok", ""),
                                new StepStarted("r1", "a", "Restart it", "restart", "local"),
                                new StepFinished(
                                        "r1",
                                        Outcome.FAILED,
                                        OptionalInt.of(1),
                                        Duration.ofSeconds(2),
                                        0,
                                        ""),
                                new NoteAdded("only tenants on the new schema"),
                                new StepStarted("r2", "b", "Watch it", "watch", "app-1"),
                                new StatusUpdated("we restart"),
                                new Escalated(2, "Senior", "code", Duration.ofMinutes(30)),
                                new FollowUpAdded(1, "write a test", "cleo")),
                        Duration.ofMinutes(20),
                        due("status update", Duration.ofSeconds(910)),
                        due("answer of level 2", Duration.ofSeconds(1_811)));

        assertThat(text)
                .isEqualTo(
                        """
                        # Handover INC-7 (P1): No page loads

                        As of 2026-03-01 03:34:15 UTC, 20 min in: **being worked on**.
                        Last update 19 min 50 s ago: we restart
                        Roles: Commander ana.

                        **Running**

                        - Watch it on app-1 by ana, started 19 min 51 s ago

                        **Not well**

                        - api: critical, was ok (503), 19 min 56 s ago

                        **Tried**

                        - Restart it: exit 1 in 2.0 s on local, 19 min 53 s ago

                        **Said**

                        - note: only tenants on the new schema, 19 min 52 s ago

                        **Next in the runbook**

                        - Look at it
                        - Mend it
                        - Tell them

                        **Due**

                        - status update **over since 4 min 50 s**
                        - answer of level 2 in 10 min 11 s
                        - cleo: write a test
                        """);
    }

    @Test
    void itStaysOnAScreenHoweverMuchHappened() {
        List<IncidentEvent> events = new ArrayList<>();
        events.add(new Declared(Severity.P1, "x".repeat(200), "web", "/srv"));
        for (int i = 0; i < 1_000; i++) {
            events.add(new HealthChanged("probe " + i, "ok", "critical", "y".repeat(5_000)));
            events.add(new StepStarted("r" + i, "s" + i, "z".repeat(500), "x", "local"));
            events.add(new NoteAdded("a\nb\n# c".repeat(500)));
            events.add(new FollowUpAdded(i + 1, "do", "ana"));
        }
        String text =
                handover(events, Duration.ofHours(2), due("acknowledge", Duration.ofMinutes(15)));

        assertThat(text.lines().count()).isLessThanOrEqualTo(48);
        assertThat(text.lines().mapToInt(String::length).max().getAsInt()).isLessThan(400);
        assertThat(text).contains("- and 995 more").contains("acknowledge **over since");
    }

    @Test
    void whatRunsOnManyHostsIsOneLine() {
        List<IncidentEvent> events = new ArrayList<>();
        events.add(new Declared(Severity.P1, "No page loads", "web", "/srv"));
        for (int i = 1; i <= 40; i++) {
            events.add(
                    new StepStarted(
                            "r" + i,
                            "a",
                            "Restart it",
                            "restart",
                            "app-" + i,
                            new Where("app-" + i, "", ""),
                            Batch.id("r1", 1_000)));
        }
        assertThat(handover(events, Duration.ofMinutes(20)))
                .containsOnlyOnce("Restart it")
                .contains("Restart it on 40 of 1000 hosts by ana, started ");
    }
}
