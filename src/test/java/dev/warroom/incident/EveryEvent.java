package dev.warroom.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** One event of every kind, in an order in which an incident could have them. */
public final class EveryEvent {

    public static final Instant START = Instant.parse("2026-03-01T03:14:15.926535897Z");

    private EveryEvent() {}

    /** All kinds. */
    public static List<IncidentEvent> events() {
        List<IncidentEvent> all = new ArrayList<>(ofFormatOne());
        all.addAll(sinceFormatTwo());
        return all;
    }

    private static List<IncidentEvent> sinceFormatTwo() {
        return List.of(
                new IncidentEvent.ValueKept("stdin", "<stdin>"),
                new IncidentEvent.StepPrepared(
                        "p1/rollback", "Have rollback ready", "./rollback.sh 1.4.1"),
                new IncidentEvent.StepNoted("p1/api", "Check API", "503 from api-2 only"),
                new IncidentEvent.ExpectationChecked(
                        "p1?Disk usage < 80%", "Disk usage < 80%", true, true, "61%"),
                new IncidentEvent.ExpectationChecked(
                        "p1?No errors", "No errors", false, false, "three since noon"),
                new IncidentEvent.StepMoved("p1/old/disk", "p1/disk", "Check disk"),
                new IncidentEvent.RunbookChanged(
                        "p1", "P1: Everything is down", "runbooks/p1.md", 2, 1, ""),
                new IncidentEvent.PatternSeen(
                        "api-2", "error", "8a1b2c3d", "pool timeout after <*> ms"),
                new IncidentEvent.ClockChanged(
                        "api-2", Duration.ofMinutes(-61), START.minusSeconds(7_200)));
    }

    /** The kinds that the first format had. */
    public static List<IncidentEvent> ofFormatOne() {
        return List.of(
                new IncidentEvent.Declared(
                        Severity.P1, "render-api answers 5xx", "render-api", "/srv/team"),
                new IncidentEvent.ChecklistStarted("Morning round", "/srv/team"),
                new IncidentEvent.Acknowledged(),
                new IncidentEvent.RunbookOpened("p1", "P1: Everything is down", "runbooks/p1.md"),
                new IncidentEvent.StepStarted("r1", "p1/disk", "Check disk", "df -h\n", "local"),
                new IncidentEvent.StepFinished(
                        "r1", Outcome.PASSED, OptionalInt.of(0), Duration.ofMillis(412), 96, ""),
                new IncidentEvent.StepStarted("r2", "p1/api", "Check API", "curl -f x", "app-1"),
                new IncidentEvent.StepFinished(
                        "r2",
                        Outcome.FAILED,
                        OptionalInt.empty(),
                        Duration.ZERO,
                        0,
                        "app-1 refused the key"),
                new IncidentEvent.StepDone("p1/call", "Call the on-call lead"),
                new IncidentEvent.StepSkipped("p1/scale", "Scale up", "no quota left"),
                new IncidentEvent.OptionChosen(
                        "p1/how", "p1/how/2", "Option 2: Roll back", "new schema"),
                new IncidentEvent.ValueSet("previous-version", "1.4.1"),
                new IncidentEvent.HealthChanged("api", "ok", "critical", "503 in 312 ms"),
                new IncidentEvent.NoteAdded("only tenants on the new schema\n| are | affected"),
                new IncidentEvent.StatusUpdated("We roll back to 1.4.1."),
                new IncidentEvent.Resolved("column render_eta is missing", "rolled back"),
                new IncidentEvent.ChecklistClosed(),
                new IncidentEvent.PostMortemWritten("INC-7.md"));
    }

    /** The events as facts, one second after the other. */
    public static List<Fact> facts() {
        return facts(events());
    }

    public static List<Fact> facts(List<IncidentEvent> events) {
        List<Fact> facts = new ArrayList<>();
        for (IncidentEvent event : events) {
            int n = facts.size();
            facts.add(new Fact(n + 1L, START.plusSeconds(n), "ana", "app-1", event));
        }
        return facts;
    }
}
