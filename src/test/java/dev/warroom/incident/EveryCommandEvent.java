package dev.warroom.incident;

import java.time.Duration;
import java.util.List;

/** One event of command of every kind, with the words it reads as. */
public final class EveryCommandEvent {

    private EveryCommandEvent() {}

    public static List<IncidentEvent> events() {
        return List.of(
                new CommandEvent.RoleAssigned("Commander", "ana"),
                new CommandEvent.SeverityChanged(Severity.P2, Severity.P1, "it is all down"),
                new CommandEvent.Escalated(
                        2, "Senior Engineer", "not resolved in 30 min", Duration.ofMinutes(30)),
                new CommandEvent.EscalationAnswered(2, "ben"),
                new CommandEvent.CriterionAnswered("requires code changes", true),
                new CommandEvent.DeadlineExtended("update", Duration.ofMinutes(10), "in a call"),
                new CommandEvent.ClockAnswered("Diagnosis", "choose the next option"),
                new CommandEvent.MessageSent(
                        "status-update", "We roll\nback.", "written to /tmp/m.txt"),
                new CommandEvent.HookAnswered("pager", "status-update", false, "exit 3: no route"),
                new CommandEvent.Amended(4, "only tenants of the new schema"),
                new CommandEvent.KindNoted("deployment", "1.4.2"),
                new CommandEvent.DriverChanged("ben", "", ""),
                new CommandEvent.DriverAsked("ana", Duration.ofMinutes(1)),
                new CommandEvent.DriverKept("ana"),
                new CommandEvent.DriverChanged("ana", "ben", "ben did not answer"),
                new CommandEvent.Mitigated("rolled back"),
                new CommandEvent.FollowUpAdded(1, "test migrations", "cleo"),
                new CommandEvent.FollowUpDone(1),
                new CommandEvent.PostMortemScheduled(EveryEvent.START.plusSeconds(86_400)),
                new CommandEvent.Reopened("errors are back"));
    }
}
