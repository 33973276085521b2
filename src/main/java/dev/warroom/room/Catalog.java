package dev.warroom.room;

import dev.warroom.runbook.Library;
import dev.warroom.runbook.Page;
import dev.warroom.runbook.Runbook;
import dev.warroom.search.Found;
import dev.warroom.search.RunbookSearch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be opened: incidents that are not over, runbooks, and text to read. Typed words leave
 * what fits them, the best first.
 *
 * @param incidents the open ones, the newest first
 * @param typed what is looked for
 * @param typing whether letters go into the search line
 * @param fitting the runbooks and pages that fit what is typed; all where nothing is
 * @param agenda what the team's calendar says is due
 * @param cursor the place of the selected entry, counted from 0
 */
public record Catalog(
        List<KnownIncident> incidents,
        Index index,
        Line typed,
        boolean typing,
        List<Entry> fitting,
        Agenda agenda,
        int cursor) {

    private static final Index UNREAD = Index.of(Library.EMPTY);

    static final Catalog EMPTY =
            new Catalog(List.of(), UNREAD, Line.EMPTY, true, List.of(), Agenda.NONE, 0);

    /** What is searched. */
    public record Index(RunbookSearch search, List<Page> pages) {

        /** Takes a moment for a large library. */
        public static Index of(Library library) {
            return new Index(RunbookSearch.of(library), library.pages());
        }
    }

    /** One line of the catalog. */
    public sealed interface Entry permits OpenIncident, OpenRunbook, ReadPage {}

    public record OpenIncident(KnownIncident incident) implements Entry {}

    /**
     * @param because the text that fits what was typed, where it is not the title; may be empty
     */
    public record OpenRunbook(Runbook runbook, String because) implements Entry {}

    /** Text outside of every runbook: severity levels, contacts. */
    public record ReadPage(Page page) implements Entry {}

    /**
     * @param duringIncident whether an incident is open, so that no other can be picked
     */
    public List<Entry> entries(boolean duringIncident) {
        List<Entry> entries = new ArrayList<>();
        if (!duringIncident) {
            incidents.stream()
                    .filter(it -> fits(it.id() + " " + it.title()))
                    .forEach(it -> entries.add(new OpenIncident(it)));
        }
        if (!duringIncident && typed.text().isBlank()) {
            agenda.duties().stream().flatMap(it -> due(it).stream()).forEach(entries::add);
        }
        entries.addAll(fitting);
        return entries;
    }

    /** How many incidents are open; checklists are none. */
    public long openIncidents() {
        return incidents.stream().filter(it -> it.severity().isPresent()).count();
    }

    /** The runbook of a duty, offered before the others as well. */
    private static Optional<Entry> due(Duty duty) {
        return duty.waits()
                ? duty.runbook().map(it -> new OpenRunbook(it, "is due"))
                : Optional.empty();
    }

    /** What the search does not know, while something is looked for; empty where it knows all. */
    public Optional<String> unknown() {
        return typed.text().isBlank() ? Optional.empty() : index.search().unknown();
    }

    Catalog with(Agenda newer) {
        return new Catalog(incidents, index, typed, typing, fitting, newer, cursor);
    }

    Optional<Entry> selected(boolean duringIncident) {
        List<Entry> entries = entries(duringIncident);
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.get(Math.min(cursor, entries.size() - 1)));
    }

    Catalog moved(int by, int size) {
        int to = Math.clamp((long) cursor + by, 0, Math.max(0, size - 1));
        return new Catalog(incidents, index, typed, typing, fitting, agenda, to);
    }

    Catalog listed(List<KnownIncident> known) {
        List<KnownIncident> open = known.stream().filter(KnownIncident::open).toList();
        return new Catalog(open, index, typed, typing, fitting, agenda, 0);
    }

    /** Whether the library was read at all; it may have been empty. */
    boolean isRead() {
        return index != UNREAD;
    }

    /** The library was read, perhaps again. */
    Catalog of(Index read) {
        return new Catalog(incidents, read, typed, typing, fitting, agenda, cursor).fitted();
    }

    /** Looks for something else; the best is selected. */
    Catalog searching(Line line) {
        return line.text().equals(typed.text())
                ? new Catalog(incidents, index, line, typing, fitting, agenda, cursor)
                : new Catalog(incidents, index, line, typing, fitting, agenda, 0).fitted();
    }

    /** Letters go into the search line from now on, or are keys. */
    Catalog typing(boolean on) {
        return new Catalog(incidents, index, typed, on, fitting, agenda, cursor);
    }

    private Catalog fitted() {
        List<Entry> found = new ArrayList<>();
        for (Found it : index.search().find(typed.text())) {
            String because = it.place() == Found.Place.TITLE ? "" : it.text();
            found.add(new OpenRunbook(it.runbook(), because));
        }
        for (Page page : index.pages()) {
            boolean listed = !page.outline() || !typed.text().isBlank();
            if (listed && fits(page.title() + " " + String.join(" ", page.lines()))) {
                found.add(new ReadPage(page));
            }
        }
        return new Catalog(incidents, index, typed, typing, List.copyOf(found), agenda, cursor);
    }

    /** Whether all words that are typed stand in {@code text}. */
    private boolean fits(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(typed.text().toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .allMatch(lower::contains);
    }
}
