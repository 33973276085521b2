package dev.warroom.incident;

import java.util.List;

/** One event of every kind that tells how steps run. */
public final class EveryStepEvent {

    private EveryStepEvent() {}

    /** All kinds. */
    public static List<IncidentEvent> events() {
        return List.of(
                new IncidentEvent.StepStarted(
                        "r2",
                        "p1/api",
                        "Check API",
                        "curl -f x",
                        "app-1",
                        new Where("10.0.0.1", "deploy", "sudo -n"),
                        "r2"),
                new IncidentEvent.ApprovalAsked(
                        "p1/rollback",
                        "Roll back",
                        "./rollback.sh",
                        "app-1",
                        ScriptHash.of("./rollback.sh", "app-1"),
                        "level 2"),
                new IncidentEvent.Approved(
                        "p1/rollback",
                        "Roll back",
                        "app-1",
                        ScriptHash.of("./rollback.sh", "app-1")),
                new IncidentEvent.VariableSet("p1", "app-1", "REGION", "eu-1"),
                new IncidentEvent.VariablesReset("p1", "app-1"));
    }
}
