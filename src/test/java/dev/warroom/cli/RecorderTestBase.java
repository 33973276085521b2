package dev.warroom.cli;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.Severity;
import dev.warroom.journal.JournalReader;
import dev.warroom.journal.Journals;
import dev.warroom.room.Signal;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/** Rooms in which an incident is written down, and what each is told. */
abstract class RecorderTestBase {

    static final IncidentEvent DECLARED =
            new Declared(Severity.P1, "checkout is down", "checkout", "/srv");

    @TempDir Path state;

    final LinkedBlockingQueue<Signal> ana = new LinkedBlockingQueue<>();
    final LinkedBlockingQueue<Signal> ben = new LinkedBlockingQueue<>();

    static <S extends Signal> S next(LinkedBlockingQueue<Signal> signals, Class<S> kind)
            throws InterruptedException {
        while (true) {
            Signal signal = Await.next("a " + kind.getSimpleName(), signals);
            if (kind.isInstance(signal)) {
                return kind.cast(signal);
            }
        }
    }

    /** One declares an incident, which the other opens then. */
    void open(Recorder anas, Recorder bens) throws InterruptedException {
        anas.create(List.of(DECLARED));
        next(ana, Signal.Recorded.class);
        bens.open("INC-1");
        next(ben, Signal.JournalOpened.class);
    }

    List<Fact> facts() {
        return JournalReader.read(Journals.file(state, "INC-1")).facts();
    }
}
