package dev.warroom.share;

import dev.warroom.incident.Fact;
import dev.warroom.journal.JournalException;
import dev.warroom.journal.RoomJournal;
import dev.warroom.journal.Taken;
import dev.warroom.policy.SharedRoom;

import io.nats.client.Message;
import io.nats.client.Subscription;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the stream into the journal, from where it was read before, and goes on as lines come. It
 * opens the connection, and opens another whenever there is any trouble with it.
 */
final class StreamReader implements Runnable {

    /** As short as can be said; zero means for ever. */
    private static final Duration SOON = Duration.ofNanos(1);

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration LOOK_AT_SERVER = Duration.ofSeconds(2);
    private static final int MOST_UNWELCOME = 1_000;
    private static final String BEHIND = "behind it";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final SharedRoom room;
    private final Path folder;
    private final RoomJournal journal;
    private final Progress progress;
    private final StandingTeller teller;
    private final Sharing.Listener listener;
    private final Members members;
    private final Present present;
    private final Optional<OutputGiving> giving;
    private final String subject;
    private final Recent recent = new Recent();

    /**
     * The number of the first fact of the newest message that counts. Servers before 2.10 may take
     * one behind it that is brought at the same time and follows the same line: mostly the same
     * facts, by whoever has not heard in time that they are there.
     */
    private long newestBegins;

    private final Refusals refusals;

    /** Lines that came last and that only who may write kept out: their places, by their hashes. */
    private final Map<String, Long> unwelcome = new HashMap<>();

    private List<Companion> toldPresent = List.of();

    /**
     * The hash of the line of this message that came too late, or that there was one and what comes
     * now stands behind it.
     */
    private Optional<String> late = Optional.empty();

    /** How far the stream is read: a place in it, and the number of the fact there. */
    private long place;

    private long number;
    private boolean everReached;

    /** Whether a connection is being made, which may take seconds and can be broken off. */
    private volatile boolean connecting;

    /**
     * @param giving empty where this room gives no outputs
     */
    StreamReader(
            SharedRoom room,
            Path folder,
            RoomJournal journal,
            Progress progress,
            StandingTeller teller,
            Sharing.Listener listener,
            Members members,
            Present present,
            Optional<OutputGiving> giving) {
        this.room = room;
        this.folder = folder;
        this.journal = journal;
        refusals = new Refusals(journal.id());
        this.progress = progress;
        this.teller = teller;
        this.listener = listener;
        this.members = members;
        this.present = present;
        this.giving = giving;
        subject = Subjects.facts(room.stream(), journal.id());
    }

    @Override
    public void run() {
        Duration pause = FIRST_PAUSE;
        while (!progress.closed()) {
            long begun = System.nanoTime();
            try {
                try (NatsLink fresh = connected()) {
                    follow(fresh);
                } catch (CutOffException | JournalException e) {
                    cutOff(e.getMessage());
                } catch (IllegalStateException e) {
                    // What the client says of a connection that ends while it is being used.
                    cutOff(lost());
                }
                boolean lasted = System.nanoTime() - begun > LOOK_AT_SERVER.toNanos();
                pause = lasted ? FIRST_PAUSE : longer(pause);
                progress.pause(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private NatsLink connected() throws CutOffException {
        connecting = true;
        try {
            return NatsLink.open(room, folder);
        } finally {
            connecting = false;
        }
    }

    /** Whether it waits for a server, with nothing of the journal in its hands. */
    boolean connecting() {
        return connecting;
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private void cutOff(String why) {
        if (progress.unread(why)) {
            teller.look();
        }
    }

    private String lost() {
        return "the connection to the room's server was lost (" + Access.names(room) + ")";
    }

    private void follow(NatsLink fresh) throws CutOffException, InterruptedException {
        long facts = journal.sharedFacts();
        Optional<NatsLink.Line> newest = fresh.newest(subject);
        place = readUpTo(fresh, newest);
        number = place == 0 ? 0 : facts;
        progress.place(place);
        long there = newest.map(NatsLink.Line::place).orElse(0L);
        try (StreamLines lines = fresh.follow(subject, place)) {
            boolean reached = false;
            if (giving.isPresent()) {
                giving.get().at(fresh);
            }
            Subscription others = fresh.listen(Subjects.here(room.stream(), journal.id()));
            long look = System.nanoTime();
            while (!progress.closed() && fresh.up()) {
                meet(fresh, others);
                if (!reached && place >= there) {
                    requireNotLost(facts, there);
                    reached = true;
                    progress.reached(fresh);
                    if (!everReached) {
                        everReached = true;
                        listener.reached();
                    }
                    teller.look();
                }
                List<NatsLink.Line> some = lines.next(LOOK);
                take(some);
                if (System.nanoTime() - look > LOOK_AT_SERVER.toNanos()) {
                    look = System.nanoTime();
                    newest = fresh.newest(subject);
                    there = isRead(newest) ? place : newest.map(NatsLink.Line::place).orElse(0L);
                    if (there < place && fresh.at(subject, place).isEmpty()) {
                        // It counts otherwise now, or has lost something: read anew, it shows.
                        return;
                    }
                    if (some.isEmpty() && there > place && !take(lines.next(LOOK_AT_SERVER))) {
                        // The server has more and does not send it: it is asked anew.
                        return;
                    }
                }
            }
        } finally {
            progress.unreached();
        }
        if (!progress.closed()) {
            throw new CutOffException(lost(), null);
        }
    }

    /**
     * The place up to which the stream is read already; 0 where that is not sure, and it is read
     * from its beginning, which changes nothing here and shows whether all is there. Places alone
     * do not tell: a stream that is back from its copy counts anew, and servers of a cluster before
     * 2.10 that were killed may count a message twice.
     */
    private long readUpTo(NatsLink fresh, Optional<NatsLink.Line> newest) throws CutOffException {
        long seen = journal.seen();
        if (seen == 0) {
            return 0;
        }
        if (isRead(newest)) {
            return newest.get().place();
        }
        return isRead(fresh.at(subject, seen)) ? seen : 0;
    }

    /** Whether a message is the one that was read last, whatever its place is. */
    private boolean isRead(Optional<NatsLink.Line> message) {
        return message.isPresent() && journal.endsWith(Messages.newest(message.get().bytes()));
    }

    /**
     * @param facts that were here before the newest place was asked for
     */
    private void requireNotLost(long facts, long there) throws CutOffException {
        if (number < facts) {
            throw new CutOffException(
                    "the room's stream \""
                            + room.stream()
                            + "\" has lost "
                            + (there == 0 ? "" : "the end of ")
                            + journal.id()
                            + ", which is whole here: bring the stream back from its copy",
                    null);
        }
    }

    /** Says that this room is there, and hears who else is. */
    private void meet(NatsLink to, Subscription others) throws InterruptedException {
        long now = System.nanoTime();
        present.due(now, to.key())
                .ifPresent(it -> to.say(Subjects.here(room.stream(), journal.id()), it));
        for (Message each = others.nextMessage(SOON);
                each != null;
                each = others.nextMessage(SOON)) {
            present.heard(each.getData(), now);
        }
        List<Companion> there = present.others(now);
        if (!there.equals(toldPresent)) {
            toldPresent = there;
            listener.present(there);
        }
    }

    /** Those that were read already are passed over; whether there were any others. */
    private boolean take(List<NatsLink.Line> some) throws CutOffException {
        List<NatsLink.Line> fresh = some.stream().filter(it -> it.place() > place).toList();
        if (fresh.isEmpty()) {
            return false;
        }
        List<byte[]> lines =
                fresh.stream().flatMap(it -> Messages.lines(it.bytes()).stream()).toList();
        Iterator<Taken> taken = journal.take(lines, members.of(lines)).iterator();
        Iterator<byte[]> line = lines.iterator();
        for (NatsLink.Line message : fresh) {
            place = message.place();
            late = Optional.empty();
            long begins = number + 1;
            for (int i = Messages.lines(message.bytes()).size(); i > 0; i--) {
                count(taken.next(), line.next());
            }
            if (number >= begins) {
                newestBegins = begins;
            }
        }
        refusals.tell(listener);
        if (unwelcome.isEmpty()) {
            journal.seen(place);
        }
        progress.place(place);
        listener.arrived();
        return true;
    }

    private void count(Taken taken, byte[] line) throws CutOffException {
        switch (taken) {
            case Taken.Added(Fact fact, String hash) -> {
                number = fact.number();
                recent.add(hash);
                unwelcome.clear();
            }
            case Taken.Known(long known, String hash, boolean newest) when known == number + 1 -> {
                number = known;
                recent.add(hash);
                if (known == journal.sharedFacts() && !newest) {
                    throw new CutOffException(
                            "the room's stream has another "
                                    + journal.id()
                                    + " than this machine: its fact "
                                    + known
                                    + " differs",
                            null);
                }
            }
            case Taken.Known(long known, String hash, boolean newest) -> {
                // Where two came at once, the second is made anew by whoever brought it.
                boolean atOnce = known == newestBegins || late.isPresent();
                if (recent.has(hash) && !atOnce) {
                    refuse("it is fact " + known + " again, which is there already");
                } else {
                    late = Optional.of(hash);
                }
            }
            case Taken.Unwelcome(String why, String hash) -> {
                if (unwelcome.size() < MOST_UNWELCOME) {
                    unwelcome.put(hash, place);
                }
                refuse(why);
            }
            // The same of a message of several lines, of which more came than before the first.
            case Taken.Refused(String why, String follows)
                    when late.filter(it -> it.equals(follows) || it.equals(BEHIND)).isPresent() ->
                    late = Optional.of(BEHIND);
            case Taken.Refused(String why, String follows) -> {
                if (unwelcome.containsKey(follows) && members.signer(line).isPresent()) {
                    refusals.tell(listener);
                    throw new CutOffException(disagreed(unwelcome.get(follows)), null);
                }
                refuse(why);
            }
        }
    }

    private void refuse(String why) {
        refusals.add(place, why);
    }

    private static String disagreed(long message) {
        return "the others of the room count message "
                + message
                + ", which is refused here: bring \"members\" in warroom.yaml up to date and open"
                + " the incident again";
    }
}
