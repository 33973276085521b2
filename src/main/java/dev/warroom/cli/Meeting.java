package dev.warroom.cli;

import dev.warroom.journal.RoomJournal;
import dev.warroom.policy.SharedRoom;
import dev.warroom.room.Effect;
import dev.warroom.room.Elsewhere;
import dev.warroom.room.Notice;
import dev.warroom.room.Person;
import dev.warroom.room.Signal;
import dev.warroom.room.Wanted;
import dev.warroom.share.Claim;
import dev.warroom.share.Companion;
import dev.warroom.share.OutputPiece;
import dev.warroom.share.OutputQuestion;
import dev.warroom.share.OutputRead;
import dev.warroom.share.Sharing;
import dev.warroom.share.Standing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** This room's part in the sharing of one incident. */
final class Meeting implements Sharing.Listener, AutoCloseable {

    private final Consumer<Signal> answers;
    private final Runnable look;
    private final Sharing sharing;

    /**
     * Begins to share.
     *
     * @param folder the workspace
     * @param look asks for a look at the journal; must not wait
     * @param looking what the person looks at, whenever it is asked
     */
    Meeting(
            SharedRoom room,
            Path folder,
            RoomJournal journal,
            InstantSource clock,
            Consumer<Signal> answers,
            Runnable look,
            Person person,
            Supplier<String> looking,
            boolean observing) {
        this.answers = answers;
        this.look = look;
        String who = person.name() + "@" + person.host();
        sharing = Sharing.start(room, folder, journal, clock, this, who, looking, observing);
    }

    void recorded() {
        sharing.recorded();
    }

    /**
     * Waits until all is shared; answers why it is not, where it is not in time: soon where
     * something is known to be wrong.
     */
    Optional<String> settle(Duration patience, Duration most) {
        return sharing.settle(patience, most);
    }

    void claim(Claim claim) {
        sharing.claim(claim);
    }

    /** Asks the room on another machine that began a run what it has printed. */
    void askOutput(String run) {
        sharing.readOutput(run);
    }

    /** Answers a room on another machine. */
    void tellOutput(Effect.TellOutput told) {
        sharing.giveOutput(
                told.id(),
                told.refusal().isEmpty()
                        ? new OutputPiece(
                                told.lines(), told.first(), told.least(), told.missing(), "")
                        : OutputPiece.refused(told.refusal()));
    }

    @Override
    public void outputAsked(OutputQuestion asked) {
        answers.accept(
                new Signal.OutputWanted(
                        new Wanted(asked.id(), asked.member(), asked.run(), asked.before())));
    }

    @Override
    public void outputRead(OutputRead read) {
        answers.accept(
                new Signal.OutputTold(read.run(), read.lines(), read.before(), read.trouble()));
    }

    @Override
    public void arrived() {
        look.run();
    }

    @Override
    public void present(List<Companion> others) {
        answers.accept(
                new Signal.ElsewhereSeen(
                        others.stream()
                                .map(it -> new Elsewhere(it.who(), it.since(), it.at()))
                                .toList()));
    }

    @Override
    public void reached() {
        look.run();
        answers.accept(new Signal.CaughtUp());
    }

    @Override
    public void stands(Standing standing) {
        answers.accept(
                new Signal.SharingStands(standing.waiting(), standing.since(), standing.trouble()));
    }

    @Override
    public void refused(String words) {
        answers.accept(new Signal.Said(Notice.bad(words)));
    }

    @Override
    public void close() {
        sharing.close();
    }
}
