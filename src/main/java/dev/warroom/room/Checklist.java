package dev.warroom.room;

import dev.warroom.incident.Incident;
import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Item;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Option;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The walk through a runbook.
 *
 * @param runbook empty before one is opened
 * @param spots where the cursor can stand, in the order of the runbook
 * @param cursor the id of the selected spot; empty where there is none
 * @param trail where the walk came from, the last place last: the way back
 * @param changed what has changed in the runbook since it was opened, ready to be read
 */
public record Checklist(
        Optional<Runbook> runbook,
        Spots spots,
        String cursor,
        List<Stop> trail,
        Optional<Question.Reading> changed) {

    static final Checklist EMPTY =
            new Checklist(Optional.empty(), Spots.NONE, "", List.of(), Optional.empty());

    /** A place on the way; older ones than these are forgotten. */
    private static final int LONGEST_TRAIL = 50;

    /** A place in a runbook. */
    public record Stop(String runbook, String title, String file, String spot) {}

    /** The checklist of {@code runbook}, at the first step that is not settled. */
    static Checklist of(Runbook it, Library library, Incident incident) {
        Runbook runbook = it.opened();
        return new Checklist(
                        Optional.of(runbook),
                        Spots.of(runbook, library),
                        "",
                        List.of(),
                        Optional.empty())
                .atFirstOpen(incident);
    }

    /** The same place in a runbook that was read again. */
    Checklist reread(Runbook again, Library library, Incident incident) {
        Checklist fresh = of(again, library, incident);
        return new Checklist(fresh.runbook, fresh.spots, fresh.at(cursor).cursor, trail, changed);
    }

    /** Remembers what has changed, to be read. */
    Checklist having(Question.Reading changes) {
        return new Checklist(runbook, spots, cursor, trail, Optional.of(changes));
    }

    /** With the cursor at {@code spot}, where there is such a one. */
    Checklist at(String spot) {
        return spot(spot).isPresent() ? new Checklist(runbook, spots, spot, trail, changed) : this;
    }

    /**
     * Another runbook is opened from this one. Going to where the walk has just come from is going
     * back: it is at the same spot again.
     */
    Checklist goneTo(Checklist next) {
        if (!trail.isEmpty() && next.is(trail.getLast().runbook())) {
            return next.with(trail.subList(0, trail.size() - 1)).at(trail.getLast().spot());
        }
        boolean same = runbook.isEmpty() || next.is(runbook.get().id());
        Checklist there = next.with(same ? trail : trailFromHere());
        return goal(next).map(there::at).orElse(there);
    }

    /** Where the link at the cursor leads to within {@code next}, if it leads there. */
    private Optional<String> goal(Checklist next) {
        return spot().filter(Spot.OfLink.class::isInstance)
                .map(Spot.OfLink.class::cast)
                .filter(it -> it.leadsInto(next))
                .flatMap(Spot.OfLink::step);
    }

    /** With the cursor at another spot of the same runbook, from which there is a way back. */
    Checklist jumped(String spot) {
        return with(trailFromHere()).at(spot);
    }

    /** Back to where the walk came from, within the same runbook. */
    Checklist returned() {
        Stop last = trail.getLast();
        return with(trail.subList(0, trail.size() - 1)).at(last.spot());
    }

    /** Where going back leads. */
    public Optional<Stop> wayBack() {
        return trail.isEmpty() ? Optional.empty() : Optional.of(trail.getLast());
    }

    private List<Stop> trailFromHere() {
        Runbook here = runbook.orElseThrow();
        List<Stop> longer = new ArrayList<>(trail);
        longer.add(new Stop(here.id(), here.title(), here.file(), cursor));
        return longer.subList(Math.max(0, longer.size() - LONGEST_TRAIL), longer.size());
    }

    private Checklist with(List<Stop> way) {
        return new Checklist(runbook, spots, cursor, List.copyOf(way), changed);
    }

    /** Whether it is that of the runbook of this id. */
    boolean is(String id) {
        return runbook.filter(it -> it.id().equals(id)).isPresent();
    }

    /** The step at the cursor, where there is one. */
    public Optional<Step> selected() {
        return spot() instanceof Optional<Spot> it
                        && it.isPresent()
                        && it.get() instanceof Spot.OfStep(Step step)
                ? Optional.of(step)
                : Optional.empty();
    }

    /** What the cursor stands on. */
    public Optional<Spot> spot() {
        return spot(cursor);
    }

    private Optional<Spot> spot(String id) {
        return spots.at(id);
    }

    /** Those that stand in the words of the step, option, section or runbook of this id. */
    public List<Spot> spotsIn(String id) {
        return spots.in(id);
    }

    public List<Step> steps() {
        return runbook.map(Runbook::steps).orElse(List.of());
    }

    /** The section that the cursor stands in. */
    public Optional<Section> section() {
        return spot().flatMap(it -> sectionOf(it.in()));
    }

    private Optional<Section> sectionOf(String id) {
        return runbook.flatMap(
                it ->
                        it.sections().stream()
                                .filter(
                                        section ->
                                                section.id().equals(id)
                                                        || section.items().stream()
                                                                .anyMatch(s -> holds(s, id)))
                                .findFirst());
    }

    private static boolean holds(Item item, String id) {
        return switch (item) {
            case Step step -> step.id().equals(id);
            case Choice choice ->
                    choice.options().stream()
                            .anyMatch(
                                    it ->
                                            it.id().equals(id)
                                                    || it.steps().stream()
                                                            .anyMatch(s -> s.id().equals(id)));
        };
    }

    /** The choice and the option of it that {@code step} belongs to. */
    public Optional<Picked> optionOf(Step step) {
        return spots.optionOf(step.id());
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
        return at(step.id());
    }

    Checklist moved(int by) {
        List<Spot> all = spots.all();
        if (all.isEmpty()) {
            return this;
        }
        int to = Math.clamp((long) spots.place(cursor) + by, 0, all.size() - 1);
        return at(all.get(to).id());
    }

    /** On to what is open next, if the selected spot is not. */
    Checklist advanced(Incident incident) {
        Optional<Spot> here = spot();
        if (here.isEmpty() || !settled(here.get(), incident)) {
            return this;
        }
        return spots.all().stream()
                .skip(spots.place(cursor) + 1L)
                .filter(it -> !settled(it, incident))
                .findFirst()
                .map(it -> at(it.id()))
                .orElse(this);
    }

    private Checklist atFirstOpen(Incident incident) {
        Optional<Spot> first =
                spots.all().stream()
                        .filter(it -> !settled(it, incident))
                        .findFirst()
                        .or(() -> spots.all().stream().findFirst());
        return first.map(it -> at(it.id())).orElse(this);
    }

    /** How many moves down it is to {@code step}; negative where it is above. */
    public int way(Step step) {
        return spots.place(step.id()) - spots.place(cursor);
    }

    /**
     * The place among all steps, counted from 0, of the selected one, or of the one that the cursor
     * stands behind.
     */
    public int place() {
        long before =
                spots.all().stream()
                        .limit(spots.place(cursor) + 1L)
                        .filter(Spot.OfStep.class::isInstance)
                        .count();
        return (int) Math.max(0, before - 1);
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

    private boolean settled(Spot spot, Incident incident) {
        return switch (spot) {
            case Spot.OfStep(Step step) -> settled(step, incident);
            case Spot.OfExpectation it -> incident.walk().check(it.id()).isPresent();
            case Spot.OfLink _, Spot.OfWords _, Spot.OfNext _ -> true;
        };
    }
}
