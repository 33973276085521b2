package dev.warroom.room;

import dev.warroom.incident.Incident;
import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Item;
import dev.warroom.runbook.Option;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;

import java.util.List;
import java.util.Optional;

/**
 * The walk through a runbook.
 *
 * @param runbook empty before one is opened
 * @param cursor the id of the selected step; empty where there is none
 */
public record Checklist(Optional<Runbook> runbook, String cursor) {

    static final Checklist EMPTY = new Checklist(Optional.empty(), "");

    /** The checklist of {@code runbook}, at the first step that is not settled. */
    static Checklist of(Runbook runbook, Incident incident) {
        return new Checklist(Optional.of(runbook), firstOpen(runbook, incident, ""));
    }

    /** The same place in a runbook that was read again. */
    Checklist reread(Runbook again, Incident incident) {
        return again.step(cursor).isPresent()
                ? new Checklist(Optional.of(again), cursor)
                : of(again, incident);
    }

    public Optional<Step> selected() {
        return runbook.flatMap(it -> it.step(cursor));
    }

    public List<Step> steps() {
        return runbook.map(Runbook::steps).orElse(List.of());
    }

    /** The section that the selected step stands in. */
    public Optional<Section> section() {
        return runbook.flatMap(
                it ->
                        it.sections().stream()
                                .filter(
                                        section ->
                                                section.steps().stream()
                                                        .anyMatch(step -> step.id().equals(cursor)))
                                .findFirst());
    }

    /** The choice and the option of it that {@code step} belongs to. */
    public Optional<Picked> optionOf(Step step) {
        for (Section section : runbook.map(Runbook::sections).orElse(List.of())) {
            for (Item item : section.items()) {
                if (item instanceof Choice choice) {
                    for (Option option : choice.options()) {
                        if (option.steps().contains(step)) {
                            return Optional.of(new Picked(choice, option));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** An option and the choice it is one of. */
    public record Picked(Choice choice, Option option) {

        /** Whether this is the option that was picked. */
        public boolean isPickedIn(Incident incident) {
            return incident.walk()
                    .pick(choice.id())
                    .filter(it -> it.option().equals(option.id()))
                    .isPresent();
        }

        /** Whether another option was picked. */
        public boolean isPassedOverIn(Incident incident) {
            return incident.walk().pick(choice.id()).isPresent() && !isPickedIn(incident);
        }
    }

    /** The cursor on {@code step}. */
    Checklist at(Step step) {
        return new Checklist(runbook, step.id());
    }

    Checklist moved(int by) {
        List<Step> steps = steps();
        if (steps.isEmpty()) {
            return this;
        }
        int to = Math.clamp((long) place() + by, 0, steps.size() - 1);
        return new Checklist(runbook, steps.get(to).id());
    }

    /** On to the next step that is not settled, if the selected one is. */
    Checklist advanced(Incident incident) {
        return runbook.filter(it -> incident.state(cursor).settled())
                .map(it -> new Checklist(runbook, firstOpen(it, incident, cursor)))
                .orElse(this);
    }

    /** The selected step's place among all steps, counted from 0. */
    public int place() {
        List<Step> steps = steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).id().equals(cursor)) {
                return i;
            }
        }
        return 0;
    }

    /**
     * Whether {@code step} belongs to an option that was not picked, so that nobody waits for it.
     */
    public boolean passedOver(Step step, Incident incident) {
        return optionOf(step).filter(it -> it.isPassedOverIn(incident)).isPresent();
    }

    /** Whether there is nothing left to do for {@code step}. */
    public boolean settled(Step step, Incident incident) {
        return incident.state(step.id()).settled() || passedOver(step, incident);
    }

    /** The first step behind {@code after}, or of all where it is empty, that is not settled. */
    private static String firstOpen(Runbook runbook, Incident incident, String after) {
        Checklist checklist = new Checklist(Optional.of(runbook), after);
        List<Step> steps = runbook.steps();
        int from = after.isEmpty() ? 0 : checklist.place() + 1;
        for (Step step : steps.subList(from, steps.size())) {
            if (!checklist.settled(step, incident)) {
                return step.id();
            }
        }
        return after.isEmpty() && !steps.isEmpty() ? steps.getFirst().id() : after;
    }
}
