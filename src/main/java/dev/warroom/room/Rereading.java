package dev.warroom.room;

import dev.warroom.incident.IncidentEvent.RunbookChanged;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Runbook;

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
            return Next.of(before.runbook().isPresent() ? gone(next) : said(next, again));
        }
        if (before.runbook().isEmpty()) {
            return Next.of(next.with(Checklist.of(runbook.get(), library, room.incident())));
        }
        Checklist after = before.reread(runbook.get(), library, room.incident());
        Changes changes = Changes.between(before.runbook().get(), runbook.get());
        return changes.none()
                ? Next.of(said(next.with(after), again))
                : changed(next.with(after), runbook.get(), changes);
    }

    private static Next changed(Room room, Runbook runbook, Changes changes) {
        Checklist checklist = room.checklist();
        Room told =
                room.with(checklist.having(changes.reading(runbook.file())))
                        .with(
                                Notice.bad(
                                        runbook.file()
                                                + " has changed: "
                                                + changes.words()
                                                + ". D shows what."));
        return room.incident().open()
                ? Next.of(
                        told,
                        new Effect.Record(
                                new RunbookChanged(
                                        runbook.id(),
                                        runbook.title(),
                                        runbook.file(),
                                        changes.added(),
                                        changes.gone())))
                : Next.of(told);
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

    private static Room said(Room room, boolean again) {
        return again ? room.with(Notice.plain("runbooks/ has changed and was read again.")) : room;
    }
}
