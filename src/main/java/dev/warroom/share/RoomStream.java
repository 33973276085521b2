package dev.warroom.share;

import dev.warroom.journal.JournalSummary;
import dev.warroom.journal.SharedGlance;
import dev.warroom.policy.SharedRoom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stream that a room's incidents are kept in. */
public final class RoomStream {

    private RoomStream() {}

    /**
     * Makes it, where there is none: it keeps everything, and refuses what is too much rather than
     * forgetting what is old.
     *
     * @param folder the workspace
     * @param replicas on how many servers everything is kept: 1, 3 or 5
     * @throws CutOffException if it cannot be made
     */
    public static void make(SharedRoom room, Path folder, int replicas) throws CutOffException {
        try (NatsLink link = NatsLink.open(room, folder)) {
            link.make(Subjects.allFacts(room.stream()), replicas);
        }
    }

    /**
     * What is in it, an incident each, in the order in which they began: of what the room's members
     * have written, where it has members.
     *
     * @throws CutOffException if it cannot be read
     */
    public static List<JournalSummary> incidents(SharedRoom room, Path folder)
            throws CutOffException, InterruptedException {
        String all = Subjects.allFacts(room.stream());
        Map<String, SharedGlance> records = new LinkedHashMap<>();
        try (NatsLink link = NatsLink.open(room, folder)) {
            long last = link.last(all);
            long place = 0;
            try (StreamLines lines = link.follow(all, 0)) {
                while (place < last) {
                    List<NatsLink.Line> some = lines.next(NatsLink.PATIENCE);
                    if (some.isEmpty()) {
                        throw new CutOffException(
                                "the room's stream does not send what it has", null);
                    }
                    byIncident(some)
                            .forEach(
                                    (id, its) ->
                                            records.computeIfAbsent(id, SharedGlance::new)
                                                    .take(its, new Members(room, id).of(its)));
                    place = some.getLast().place();
                }
            }
        }
        return records.values().stream().map(SharedGlance::summary).toList();
    }

    /** The lines of each incident; whatever else somebody has put there is left out. */
    private static Map<String, List<byte[]>> byIncident(List<NatsLink.Line> messages) {
        Map<String, List<byte[]>> lines = new LinkedHashMap<>();
        for (NatsLink.Line message : messages) {
            String id = Subjects.incident(message.subject());
            if (SharedGlance.isName(id)) {
                lines.computeIfAbsent(id, it -> new ArrayList<>())
                        .addAll(Messages.lines(message.bytes()));
            }
        }
        return lines;
    }
}
