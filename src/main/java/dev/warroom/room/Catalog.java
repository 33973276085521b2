package dev.warroom.room;

import dev.warroom.runbook.Library;
import dev.warroom.runbook.Runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be opened: incidents that are not over, and runbooks.
 *
 * @param incidents the open ones, the newest first
 * @param cursor the place of the selected entry, counted from 0
 */
public record Catalog(List<KnownIncident> incidents, int cursor) {

    static final Catalog EMPTY = new Catalog(List.of(), 0);

    /** One line of the catalog. */
    public sealed interface Entry permits OpenIncident, OpenRunbook {}

    public record OpenIncident(KnownIncident incident) implements Entry {}

    public record OpenRunbook(Runbook runbook) implements Entry {}

    /**
     * @param duringIncident whether an incident is open, so that no other can be picked
     */
    public List<Entry> entries(Library library, boolean duringIncident) {
        List<Entry> entries = new ArrayList<>();
        if (!duringIncident) {
            incidents.forEach(it -> entries.add(new OpenIncident(it)));
        }
        library.runbooks().forEach(it -> entries.add(new OpenRunbook(it)));
        return entries;
    }

    Optional<Entry> selected(Library library, boolean duringIncident) {
        List<Entry> entries = entries(library, duringIncident);
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.get(Math.min(cursor, entries.size() - 1)));
    }

    Catalog moved(int by, int size) {
        return new Catalog(incidents, Math.clamp((long) cursor + by, 0, Math.max(0, size - 1)));
    }

    Catalog listed(List<KnownIncident> known) {
        return new Catalog(known.stream().filter(KnownIncident::open).toList(), 0);
    }
}
