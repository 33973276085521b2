package dev.warroom.bench;

import dev.warroom.incident.CommandEvent;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.Outcome;
import dev.warroom.incident.Severity;
import dev.warroom.incident.Where;
import dev.warroom.journal.Journal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * An incident that was left open over a noisy night, or a year of them: half of its facts are
 * starts and ends of steps, a quarter what probes and logs said, the rest what people did.
 */
final class LongIncident {

    private static final Instant BEGAN = Instant.parse("2026-03-01T03:14:15.926535Z");
    private static final String[] PEOPLE = {"ana", "ben", "carla", "dmitri", "ève", "you"};
    private static final String[] PROBES = {"api", "database", "disk /", "queue", "error rate"};
    private static final String[] CLOCKS = {"update", "acknowledge", "phase", "level-2"};

    private LongIncident() {}

    /** The journal of so many events. */
    static Path written(Path folder, int events) {
        try (Journal journal = Journal.create(folder, "INC")) {
            for (int i = 0; i < events; i++) {
                journal.appendUnforced(
                        BEGAN.plusMillis(i * 731L),
                        PEOPLE[i / 97 % PEOPLE.length],
                        i / 1_000 % 2 == 0 ? "app-1" : "bastion-2",
                        event(i),
                        () -> true);
            }
            return journal.path();
        }
    }

    static IncidentEvent event(int i) {
        if (i == 0) {
            return new IncidentEvent.Declared(Severity.P1, "it is slow", "render-api", "/srv");
        }
        int step = i % 4 == 1 ? i : i - 1;
        String run = "INC-1-" + Integer.toString(step, 36);
        return switch (i % 4) {
            case 1 -> started(step, run);
            case 2 -> ended(i, run);
            case 3 -> seen(i);
            default -> told(i / 4);
        };
    }

    private static IncidentEvent started(int i, String run) {
        int step = i / 4 % 60;
        boolean far = i / 4 % 5 == 0;
        return new IncidentEvent.StepStarted(
                run,
                "p1-critical-incident-response/step-" + step,
                "Look at what is number " + step + " of the list",
                step % 3 == 0
                        ? "grep \"ERROR\" logs/application-*.log | tail -" + i % 500 + "\n"
                        : "df -h\nfree -m\n",
                far ? "app-" + i % 40 : "local",
                far ? new Where("10.0.0." + i % 40, "deploy", "") : Where.HERE,
                "");
    }

    private static IncidentEvent ended(int i, String run) {
        boolean failed = i % 13 == 0;
        return new IncidentEvent.StepFinished(
                run,
                failed ? Outcome.FAILED : Outcome.PASSED,
                OptionalInt.of(failed ? 2 : 0),
                failed ? OptionalInt.of(1) : OptionalInt.empty(),
                Duration.ofMillis(i % 9_973),
                i % 65_537,
                failed ? "the disk of app-" + i % 40 + " does not answer" : "");
    }

    private static IncidentEvent seen(int i) {
        String probe = PROBES[i / 4 % PROBES.length];
        return i % 5 == 0
                ? new IncidentEvent.PatternSeen(
                        "application-" + i % 7 + ".log",
                        "error",
                        Integer.toString(i * 31, 36),
                        "pool timeout after <*> ms in \"render\" number " + i)
                : new IncidentEvent.HealthChanged(
                        probe,
                        i % 8 == 3 ? "ok" : "critical",
                        i % 8 == 3 ? "critical" : "ok",
                        i % 8 == 3 ? "503 in " + i % 3_000 + " ms" : "200 in " + i % 90 + " ms");
    }

    private static IncidentEvent told(int i) {
        return switch (i % 16) {
            case 0 -> new IncidentEvent.StatusUpdated("update " + i + ": 40 % of requests fail");
            case 1 ->
                    new CommandEvent.MessageSent(
                            "status-update",
                            "P1 render-api\n\nStatus: being worked on\nImpact: 40 % of requests"
                                    + " fail\nNext: roll back to 1.4.1\nETA: "
                                    + i % 60
                                    + " minutes\n",
                            "copied to tmux's buffer");
            case 2 -> new CommandEvent.HookAnswered("chat", "status-update", true, "exit 0: " + i);
            case 3 -> new CommandEvent.ClockAnswered(CLOCKS[i / 16 % CLOCKS.length], "extended");
            case 4 ->
                    new CommandEvent.DeadlineExtended(
                            CLOCKS[i / 16 % CLOCKS.length],
                            Duration.ofMinutes(5),
                            "it takes longer");
            case 5 -> new IncidentEvent.StepDone("p1/manual-" + i % 40, "Assess the impact");
            case 6 ->
                    new IncidentEvent.ExpectationChecked(
                            "p1/expect-" + i % 40,
                            "Disk usage < 80%",
                            i % 3 > 0,
                            true,
                            i % 100 + "%");
            case 7 -> new IncidentEvent.VariableSet("p1", "local", "COUNT", String.valueOf(i));
            case 8 -> new CommandEvent.RoleAssigned("Communicator", PEOPLE[i / 16 % 6]);
            case 9 -> new IncidentEvent.ValueSet("previous-version", "1.4." + i % 100);
            case 10 -> new CommandEvent.KindNoted("deployment", "1.4." + i % 100 + " is out");
            case 11 ->
                    new CommandEvent.Escalated(
                            i / 16 % 4, "Level", "it lasts", Duration.ofHours(1));
            default ->
                    new IncidentEvent.NoteAdded(
                            "note " + i + " on what was seen — «" + i % 7 + "»");
        };
    }
}
