package dev.warroom.room;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.RunbookChanged;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.incident.IncidentEvent.StepMoved;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The runbooks were read, perhaps again: the walk goes on where it was. */
final class Rereading {

    private Rereading() {}

    static Next of(Room room, Library library) {
        boolean again = !room.library().runbooks().isEmpty();
        Room next = room.with(library);
        Checklist before = room.checklist();
        Optional<Runbook> runbook =
                before.runbook()
                        .map(Runbook::id)
                        .or(room.incident()::runbook)
                        .flatMap(library::byId);
        if (runbook.isEmpty()) {
            return Next.of(
                    before.runbook().isPresent()
                            ? gone(next)
                            : missing(next).map(next::with).orElseGet(() -> said(next, again)));
        }
        if (before.runbook().isEmpty()) {
            return Next.of(next.with(Checklist.of(runbook.get(), library, room.incident())));
        }
        Checklist after = before.reread(runbook.get(), library, room.incident());
        Changes changes = Changes.between(before.runbook().get(), runbook.get());
        if (changes.none()) {
            return Next.of(said(next.with(after), again));
        }
        List<StepMoved> moved =
                new ArrayList<>(
                        MovedSteps.between(before.runbook().get(), runbook.get(), room.incident()));
        moved.addAll(MovedAnswers.between(before.runbook().get(), runbook.get(), room.incident()));
        Checklist there =
                moved.stream()
                        .filter(it -> it.from().equals(before.cursor()))
                        .findFirst()
                        .map(it -> after.at(it.to()))
                        .orElse(after);
        return changed(next.with(there), runbook.get(), changes, moved);
    }

    private static Next changed(
            Room room, Runbook runbook, Changes changes, List<StepMoved> moved) {
        Room told =
                room.with(room.checklist().having(changes.reading(runbook.file())))
                        .with(
                                Notice.bad(
                                        runbook.file()
                                                + " has changed: "
                                                + changes.words()
                                                + ". D shows what."));
        if (!room.incident().open()) {
            return Next.of(told);
        }
        List<Effect> effects = new ArrayList<>();
        effects.add(
                new Effect.Record(
                        new RunbookChanged(
                                runbook.id(),
                                runbook.title(),
                                runbook.file(),
                                changes.added(),
                                changes.gone(),
                                changes.hash())));
        moved.forEach(it -> effects.add(new Effect.Record(it)));
        return new Next(told, effects);
    }

    private static Room gone(Room room) {
        Runbook runbook = room.checklist().runbook().orElseThrow();
        return room.with(
                Notice.bad(
                        runbook.title()
                                + " is in "
                                + runbook.file()
                                + " no more. It is walked as it was last read."));
    }

    /**
     * Says that the runbook of the open incident is not among those that were read, so that there
     * is nothing to walk; empty before any were read.
     */
    static Optional<Notice> missing(Room room) {
        Incident incident = room.incident();
        return incident.runbook()
                .filter(it -> incident.open() && room.catalog().isRead())
                .filter(it -> room.library().byId(it).isEmpty())
                .flatMap(
                        id ->
                                incident.facts().reversed().stream()
                                        .map(Fact::event)
                                        .filter(RunbookOpened.class::isInstance)
                                        .map(RunbookOpened.class::cast)
                                        .filter(it -> it.runbook().equals(id))
                                        .findFirst())
                .map(
                        it ->
                                Notice.bad(
                                        it.title()
                                                + " is gone from "
                                                + it.file()
                                                + ". Put it back, or open another; what was"
                                                + " done is kept."));
    }

    private static Room said(Room room, boolean again) {
        return again ? room.with(Notice.plain("runbooks/ has changed and was read again.")) : room;
    }
}
