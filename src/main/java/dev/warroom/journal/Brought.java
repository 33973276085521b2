package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Origin;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What of the facts that were recorded in each state folder is in the shared record. */
final class Brought {

    private final Map<String, Folder> folders = new HashMap<>();

    /** Of one state folder: its newest that was shared, and where its runs' starts stand. */
    private static final class Folder {
        private final Map<String, Long> starts = new HashMap<>();
        private long newest;
    }

    /** One more fact of the shared record. */
    void shared(Fact fact) {
        Origin origin = fact.origin();
        if (origin.from().isEmpty()) {
            return;
        }
        Folder folder = folders.computeIfAbsent(origin.from(), it -> new Folder());
        folder.newest = Math.max(folder.newest, origin.own());
        if (fact.event() instanceof StepStarted started) {
            folder.starts.put(started.run(), fact.number());
        }
    }

    /** Whether {@code own}, as it was recorded in its folder, is in the shared record. */
    boolean has(Fact own) {
        return reached(own) || start(own).isPresent();
    }

    /** Whether it went there in its turn: they go in the order they were recorded in. */
    boolean reached(Fact own) {
        Folder folder = folders.get(own.origin().from());
        return folder != null && own.origin().own() <= folder.newest;
    }

    /**
     * Where it stands if it is the start of a run: one that could not be confirmed in time may have
     * come through all the same.
     */
    OptionalLong start(Fact own) {
        Folder folder = folders.get(own.origin().from());
        Long place =
                folder != null && own.event() instanceof StepStarted it
                        ? folder.starts.get(it.run())
                        : null;
        return place == null ? OptionalLong.empty() : OptionalLong.of(place);
    }
}
