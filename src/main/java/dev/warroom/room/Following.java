package dev.warroom.room;

import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.runbook.Place;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Step;

import java.util.Optional;

/** Following links to other runbooks, and going back. */
final class Following {

    private Following() {}

    static Next follow(Room room, Spot.OfLink link) {
        Room there = room.with(room.checklist().at(link.id()));
        return switch (link.place()) {
            case Place.OnPage(var page) -> Next.of(there.asking(Question.Reading.of(page)));
            case Place.InRunbook(Runbook runbook, var section) ->
                    room.checklist().is(runbook.id())
                            ? Next.of(
                                    there.with(
                                            there.checklist()
                                                    .jumped(link.step().orElse(link.id()))))
                            : Next.of(there, opened(runbook.id(), runbook.title(), runbook.file()));
        };
    }

    /** To what follows in the file. */
    static Next readOn(Room room, Spot.OfNext next) {
        Runbook runbook = next.runbook();
        return Next.of(
                room.with(room.checklist().at(next.id())),
                opened(runbook.id(), runbook.title(), runbook.file()));
    }

    /** The first link in the words of a step. */
    static Optional<Spot.OfLink> linkOf(Room room, Step step) {
        return room.checklist().spots().all().stream()
                .filter(Spot.OfLink.class::isInstance)
                .map(Spot.OfLink.class::cast)
                .filter(it -> it.link().in().equals(step.id()))
                .findFirst();
    }

    /** Back to where the last link was followed, or the last runbook was opened. */
    static Next back(Room room, Checklist.Stop stop) {
        return room.checklist().is(stop.runbook())
                ? Next.of(room.with(room.checklist().returned()))
                : Next.of(room, opened(stop.runbook(), stop.title(), stop.file()));
    }

    private static Effect opened(String runbook, String title, String file) {
        return new Effect.Record(new RunbookOpened(runbook, title, file));
    }
}
