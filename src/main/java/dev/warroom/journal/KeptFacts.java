package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Facts;
import dev.warroom.incident.Incident;
import dev.warroom.incident.Stretch;

import java.util.ArrayList;
import java.util.List;

/** Keeps all facts that are read, in the form in which they come. */
class KeptFacts implements JournalReader.Sink {

    private final List<Stretch> stretches = new ArrayList<>();

    @Override
    public void take(Fact fact, StoredLine line) {}

    @Override
    public void keep(Stretch facts) {
        stretches.add(facts);
    }

    /** All of them. */
    Facts facts() {
        return Facts.joined(stretches);
    }

    /** Makes an incident of them as they are read. */
    static final class Replayed extends KeptFacts {
        private final Incident.Replay replay;

        Replayed(String id) {
            replay = new Incident.Replay(id);
        }

        @Override
        public void take(Fact fact, StoredLine line) {
            replay.take(fact);
        }

        /** The incident. */
        Incident incident() {
            return replay.incident(facts());
        }
    }
}
