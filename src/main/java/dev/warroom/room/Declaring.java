package dev.warroom.room;

import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.incident.Severity;
import dev.warroom.runbook.Library;

import java.util.ArrayList;
import java.util.List;

/** What is written when an incident is declared, from the room and from the command line. */
public final class Declaring {

    private Declaring() {}

    /**
     * The incident's first events: the severity decides which runbook is opened with it.
     *
     * @param service what it is about; may be empty
     * @param workspace the folder it is run from
     */
    public static List<IncidentEvent> events(
            Severity severity, String title, String service, String workspace, Library library) {
        List<IncidentEvent> events = new ArrayList<>();
        events.add(new Declared(severity, title, service, workspace));
        library.forSeverity(severity)
                .map(it -> new RunbookOpened(it.id(), it.title(), it.file()))
                .ifPresent(events::add);
        return events;
    }
}
