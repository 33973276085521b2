package dev.warroom.room;

import dev.warroom.incident.Batch;
import dev.warroom.incident.Facts;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.runbook.Step;

/** What a run is called: its step may stand in another runbook than the one that is open. */
public final class RunTitle {

    private RunTitle() {}

    /** The title of its step; its id where no such run was started. */
    public static String of(Room room, String run) {
        String first = Batch.firstRun(run);
        String id = room.incident().runs().getOrDefault(first, "");
        return room.checklist().steps().stream()
                .filter(it -> it.id().equals(id))
                .map(Step::title)
                .findFirst()
                .orElseGet(() -> recorded(room.incident().facts(), first));
    }

    private static String recorded(Facts facts, String run) {
        return facts.newest(StepStarted.class)
                .map(it -> (StepStarted) it.event())
                .filter(it -> it.run().equals(run))
                .findFirst()
                .map(StepStarted::title)
                .orElse(run);
    }
}
