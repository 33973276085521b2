package dev.warroom.room;

import dev.warroom.incident.Incident;
import dev.warroom.incident.StepState;
import dev.warroom.incident.WalkRecord;
import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Item;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Step;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far the walk of a runbook has come.
 *
 * @param here whether it is the one on the checklist
 * @param settled how many of its steps nothing is left to do for
 * @param steps all of them, without those of options that were not picked
 */
public record Progress(boolean here, int settled, int steps) {

    /** Of a runbook that is on the checklist, or that something was done of; else empty. */
    public static Optional<Progress> of(Room room, Runbook runbook) {
        boolean here = room.checklist().is(runbook.id());
        if (!here && !isBegun(runbook, room.incident())) {
            return Optional.empty();
        }
        // What is walked stays as it was read until it is read again.
        Runbook walked = here ? room.checklist().runbook().orElse(runbook) : runbook;
        int settled = 0;
        int steps = 0;
        for (Step step : (Iterable<Step>) () -> asked(walked, room.incident()).iterator()) {
            settled += room.incident().state(step.id()).settled() ? 1 : 0;
            steps++;
        }
        return Optional.of(new Progress(here, settled, steps));
    }

    private static boolean isBegun(Runbook runbook, Incident incident) {
        return incident.steps().values().stream()
                .filter(it -> it.state() != StepState.OPEN || !it.attempts().isEmpty())
                .anyMatch(it -> it.step().startsWith(runbook.id() + "/"));
    }

    private static Stream<Step> asked(Runbook runbook, Incident incident) {
        return runbook.sections().stream()
                .flatMap(it -> it.items().stream())
                .flatMap(it -> asked(it, incident));
    }

    private static Stream<Step> asked(Item item, Incident incident) {
        return switch (item) {
            case Step step -> Stream.of(step);
            case Choice choice -> {
                Optional<String> picked =
                        incident.walk().pick(choice.id()).map(WalkRecord.Pick::option);
                yield choice.options().stream()
                        .filter(it -> picked.isEmpty() || it.id().equals(picked.get()))
                        .flatMap(it -> it.steps().stream());
            }
        };
    }
}
