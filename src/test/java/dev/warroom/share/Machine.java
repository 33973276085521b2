package dev.warroom.share;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.journal.RoomJournal;
import dev.warroom.policy.SharedRoom;
import dev.warroom.testing.Await;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** A machine with the journal of one incident, which it shares: a room without a screen. */
final class Machine implements AutoCloseable, Sharing.Listener {

    static final String ID = "INC-7";

    private final String name;
    private final InstantSource clock;
    private final RoomJournal journal;
    private final Sharing sharing;
    private volatile List<Companion> present = List.of();
    private volatile boolean reached;
    private volatile Standing standing = Standing.WELL;
    final LinkedBlockingQueue<String> refused = new LinkedBlockingQueue<>();
    final LinkedBlockingQueue<OutputQuestion> asked = new LinkedBlockingQueue<>();
    final LinkedBlockingQueue<OutputRead> read = new LinkedBlockingQueue<>();
    private volatile Function<OutputQuestion, Optional<OutputPiece>> giving =
            it -> Optional.empty();

    Machine(Path folder, String name, SharedRoom room, InstantSource clock) {
        this.name = name;
        this.clock = clock;
        journal = RoomJournal.open(folder.resolve(name), ID, name);
        sharing =
                Sharing.start(
                        room,
                        folder,
                        journal,
                        clock,
                        this,
                        name + "@" + name,
                        () -> "the logs",
                        false);
    }

    Machine(Path folder, String name, SharedRoom room) {
        this(folder, name, room, Instant::now);
    }

    Fact note(String text) {
        return record(new NoteAdded(text));
    }

    Fact record(IncidentEvent event) {
        Fact fact = journal.append(clock.instant(), name, name, event, () -> true).orElseThrow();
        sharing.recorded();
        return fact;
    }

    RoomJournal journal() {
        return journal;
    }

    Sharing sharing() {
        return sharing;
    }

    Standing standing() {
        return standing;
    }

    /** The notes in the shared record, in its order. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (Fact fact : all()) {
            if (fact.event() instanceof NoteAdded(String text)) {
                notes.add(text);
            }
        }
        return notes;
    }

    /** All facts as they stand now. */
    List<Fact> all() {
        return journal.all();
    }

    @Override
    public void arrived() {}

    @Override
    public void reached() {
        reached = true;
    }

    /** Whether all that was in the stream has come. */
    boolean hasReached() {
        return reached;
    }

    @Override
    public void present(List<Companion> others) {
        present = others;
    }

    /** Who is there on other machines. */
    List<Companion> others() {
        return present;
    }

    @Override
    public void stands(Standing now) {
        standing = now;
    }

    @Override
    public void refused(String words) {
        refused.add(words);
    }

    /** What it answers from now on; empty where it is silent. */
    void gives(Function<OutputQuestion, Optional<OutputPiece>> answer) {
        giving = answer;
    }

    @Override
    public void outputAsked(OutputQuestion question) {
        asked.add(question);
        giving.apply(question).ifPresent(it -> sharing.giveOutput(question.id(), it));
    }

    @Override
    public void outputRead(OutputRead answer) {
        read.add(answer);
    }

    /** What the room of another machine answers, or that it does not. */
    OutputRead asks(String run) throws InterruptedException {
        Await.until("it is in the room", () -> reached);
        sharing.readOutput(run);
        return Await.next("an answer", read);
    }

    /** The same of one that is there: on a machine that is far too busy it is asked again. */
    OutputRead reads(String run) throws InterruptedException {
        OutputRead[] answer = {asks(run)};
        Await.until(
                "an answer of the room of " + run,
                () -> {
                    if (answer[0].trouble().equals(OutputReading.SILENT)) {
                        answer[0] = asks(run);
                    }
                    return !answer[0].trouble().equals(OutputReading.SILENT);
                });
        return answer[0];
    }

    @Override
    public void close() {
        sharing.close();
        journal.close();
    }
}
