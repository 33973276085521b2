package dev.warroom.share;

import dev.warroom.journal.JournalException;
import dev.warroom.journal.RoomJournal;
import dev.warroom.policy.SharedRoom;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Shares one incident with the rooms on other machines. One thread reads the stream into the
 * journal; the other brings there what was recorded here, line after line, each behind the newest
 * one that was read: the server refuses a line that another has overtaken, so all rooms have one
 * order, and a line is there once however often it is tried.
 */
public final class Sharing implements AutoCloseable {

    static final String SLOW = "the room's server does not answer";

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int OUTPUTS_AT_ONCE = 8;

    private final RoomJournal journal;
    private final boolean silent;
    private final Progress progress = new Progress();
    private final WaitingClaims claims = new WaitingClaims();
    private final OutputGiving giving;
    private final OutputReading reading;
    private final ExecutorService work =
            Executors.newFixedThreadPool(
                    OUTPUTS_AT_ONCE, Thread.ofVirtual().name("share-output").factory());
    private final StreamReader stream;
    private final Thread reader;
    private final Thread writer;

    /** Told from the threads of sharing; must not wait. */
    public interface Listener {

        /** Lines of the shared record have come into the journal. */
        void arrived();

        /** How far the incident is shared has changed. */
        void stands(Standing standing);

        /** Who has the incident open on other machines has changed. */
        void present(List<Companion> others);

        /** All that is in the stream is here, for the first time. */
        void reached();

        /**
         * A line of the stream does not count.
         *
         * @param words for people
         */
        void refused(String words);

        /**
         * Somebody on another machine wants to read an output; answered by {@link #giveOutput}, or
         * not at all.
         */
        void outputAsked(OutputQuestion question);

        /** What was asked for by {@link #readOutput}. */
        void outputRead(OutputRead read);
    }

    private Sharing(
            SharedRoom room,
            Path folder,
            RoomJournal journal,
            InstantSource clock,
            Listener listener,
            String who,
            Supplier<String> looking,
            boolean silent) {
        this.journal = journal;
        this.silent = silent;
        StandingTeller teller = new StandingTeller(journal, progress, clock, listener, silent);
        Members members = new Members(room, journal.id());
        Present present =
                new Present(
                        journal.mark(),
                        who,
                        clock,
                        looking,
                        members,
                        Subjects.here(room.stream(), journal.id()));
        String subject = Subjects.facts(room.stream(), journal.id());
        String asking = Subjects.output(room.stream(), journal.id());
        giving = new OutputGiving(journal.mark(), who, asking, members, listener, work);
        reading = new OutputReading(who, asking, members, progress, listener, work);
        stream =
                new StreamReader(
                        room,
                        folder,
                        journal,
                        progress,
                        teller,
                        listener,
                        members,
                        present,
                        silent ? Optional.empty() : Optional.of(giving));
        reader = Thread.ofVirtual().name("share-read").unstarted(stream);
        writer =
                Thread.ofVirtual()
                        .name("share-write")
                        .unstarted(
                                new StreamWriter(
                                        journal, progress, teller, claims, clock, members, subject,
                                        silent));
    }

    /**
     * Begins to share; goes on until it is closed, whatever becomes of the server.
     *
     * @param folder the workspace
     * @param journal stays open longer than this
     * @param who the person, and where, as others see it
     * @param looking what they look at, whenever it is asked; must not wait
     * @param silent whether nothing is ever brought to the stream, because the room only observes
     */
    public static Sharing start(
            SharedRoom room,
            Path folder,
            RoomJournal journal,
            InstantSource clock,
            Listener listener,
            String who,
            Supplier<String> looking,
            boolean silent) {
        Sharing sharing = new Sharing(room, folder, journal, clock, listener, who, looking, silent);
        sharing.reader.start();
        sharing.writer.start();
        return sharing;
    }

    /** Something was recorded here. */
    public void recorded() {
        progress.change();
    }

    /** Brings the start of a step to the stream, or says that it cannot be confirmed. */
    public void claim(Claim claim) {
        claims.add(claim);
        progress.change();
    }

    /** Asks the room in which a run was begun what it has printed; does not wait. */
    public void readOutput(String run) {
        reading.read(run);
    }

    /** Answers what {@link Listener#outputAsked} was told; does not wait. */
    public void giveOutput(String id, OutputPiece piece) {
        giving.give(id, piece);
    }

    /**
     * Waits until nothing waits to be shared.
     *
     * @param patience the longest where something is known to be wrong
     * @param most the longest where the server is only slow
     * @return what there is to say about it then; empty where all is shared
     */
    public Optional<String> settle(Duration patience, Duration most) {
        long begin = System.nanoTime();
        try {
            while (!silent && !journal.waiting().isEmpty()) {
                long waited = System.nanoTime() - begin;
                String trouble = progress.trouble();
                if (waited > most.toNanos()) {
                    return Optional.of(trouble.isEmpty() ? SLOW : trouble);
                }
                if (waited > patience.toNanos() && !trouble.isEmpty()) {
                    return Optional.of(trouble);
                }
                progress.awaitChange(progress.changes(), LOOK);
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        } catch (JournalException e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * What waits has a moment to be shared, where the server answers; what is not shared then is
     * shared the next time.
     */
    @Override
    public void close() {
        if (progress.end().isPresent()) {
            settle(StandingTeller.UNSAID, StandingTeller.UNSAID);
        }
        progress.close();
        work.shutdownNow();
        if (stream.connecting()) {
            reader.interrupt();
        }
        end(writer);
        end(reader);
    }

    private static void end(Thread thread) {
        try {
            if (!thread.join(NatsLink.PATIENCE.multipliedBy(2))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
