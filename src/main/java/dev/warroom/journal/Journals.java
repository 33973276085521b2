package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent.ChecklistClosed;
import dev.warroom.incident.IncidentEvent.ChecklistStarted;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.Severity;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All journals of a state folder. */
public final class Journals {

    private Journals() {}

    /**
     * One summary a journal, the highest number first. Reads every file and keeps none of its
     * facts; a damaged or unreadable one is in the list and says so.
     *
     * @return empty where the folder does not exist
     * @throws JournalException if the folder cannot be read
     */
    public static List<JournalSummary> list(Path state) {
        StateFolder folder = StateFolder.at(state);
        return folder.ids().stream().map(id -> summary(id, folder.file(id))).toList();
    }

    /** The file of {@code id}, for {@link JournalReader}; it need not exist. */
    public static Path file(Path state, String id) {
        return StateFolder.at(state).file(id);
    }

    private static JournalSummary summary(String id, Path file) {
        Reader reader = new Reader();
        try {
            JournalReader.End end = JournalReader.scan(file, (fact, line) -> reader.take(fact));
            return reader.summary(id, end.damage().map(Damage::toString));
        } catch (JournalException e) {
            return reader.summary(id, Optional.of(e.getMessage()));
        }
    }

    /** Keeps of the facts what a list shows. */
    private static final class Reader {
        private Optional<Severity> severity = Optional.empty();
        private String title = "";
        private Optional<Instant> begun = Optional.empty();
        private Optional<Instant> ended = Optional.empty();

        void take(Fact fact) {
            if (fact.event() instanceof Declared declared) {
                severity = Optional.of(declared.severity());
                begin(declared.title(), fact.at());
            } else if (fact.event() instanceof ChecklistStarted started) {
                begin(started.title(), fact.at());
            } else if (fact.event() instanceof Resolved
                    || fact.event() instanceof ChecklistClosed) {
                ended = Optional.of(fact.at());
            }
        }

        private void begin(String name, Instant at) {
            title = name;
            begun = Optional.of(at);
        }

        JournalSummary summary(String id, Optional<String> trouble) {
            return new JournalSummary(id, severity, title, begun, ended, trouble);
        }
    }
}
