package dev.warroom.share;

import dev.warroom.journal.JournalException;
import dev.warroom.journal.RoomJournal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings what was recorded here to the stream, as many lines in a message as fit, behind the newest
 * one that was read; behind them the starts of steps that wait for their confirmation.
 */
final class StreamWriter implements Runnable {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration READ_WITHIN = Duration.ofSeconds(2);

    private final RoomJournal journal;
    private final Progress progress;
    private final StandingTeller teller;
    private final WaitingClaims claims;
    private final InstantSource clock;
    private final Members members;
    private final String subject;
    private final boolean silent;

    /**
     * @param subject of the incident's facts
     * @param silent whether nothing is ever brought
     */
    StreamWriter(
            RoomJournal journal,
            Progress progress,
            StandingTeller teller,
            WaitingClaims claims,
            InstantSource clock,
            Members members,
            String subject,
            boolean silent) {
        this.journal = journal;
        this.progress = progress;
        this.teller = teller;
        this.claims = claims;
        this.clock = clock;
        this.members = members;
        this.subject = subject;
        this.silent = silent;
    }

    @Override
    public void run() {
        try {
            while (!progress.closed()) {
                long seen = progress.changes();
                boolean more = !silent && next();
                claims.expire(this::why);
                teller.look();
                if (!more) {
                    progress.awaitChange(seen, rest());
                }
            }
        } catch (InterruptedException e) {
            progress.close();
        }
    }

    private String why() {
        String trouble = progress.trouble();
        return trouble.isEmpty() ? Sharing.SLOW : trouble;
    }

    /** What waits is looked at again in any case. */
    private Duration rest() {
        Standing told = teller.told();
        boolean busy = !claims.isEmpty() || told.waiting() > 0 || !told.equals(Standing.WELL);
        return busy ? LOOK : StandingTeller.UNSAID;
    }

    /** Whether there may be more to bring at once. */
    private boolean next() throws InterruptedException {
        Optional<Progress.End> end = progress.end();
        if (end.isEmpty()) {
            return false;
        }
        NatsLink link = end.get().link();
        long after = end.get().place();
        try {
            List<RoomJournal.Placed> lines = waiting(link);
            if (lines.isEmpty() && !claims.isEmpty()) {
                return true;
            }
            if (lines.isEmpty()) {
                // What could not be brought is there: a server that was full may have kept it after
                // all, or another room on this machine has brought it.
                progress.unwritten("");
                return false;
            }
            List<byte[]> allowed = allowed(lines);
            if (allowed.isEmpty()) {
                return false;
            }
            awaitRead(publish(link, Messages.of(allowed), after));
            return true;
        } catch (CutOffException | JournalException e) {
            progress.unwritten(e.getMessage());
            return false;
        }
    }

    /** What waits to be brought, as it follows all that was read until now. */
    private List<RoomJournal.Placed> waiting(NatsLink link) {
        List<RoomJournal.Placed> lines =
                journal.next(clock.instant(), link.key(), link.mostBytes());
        return lines.isEmpty() && !claims.isEmpty() ? claimed(link) : lines;
    }

    /**
     * Puts a message behind what was read.
     *
     * @return the place that is read once it is, or once that which came first is
     */
    private long publish(NatsLink link, byte[] message, long after) throws CutOffException {
        try {
            long there = link.publish(subject, message, after);
            progress.unwritten("");
            return there;
        } catch (NatsLink.OvertakenException e) {
            publishBehindNewest(link);
            return after + 1;
        }
    }

    /**
     * The server that leads may count otherwise than the one that is read from: after a server of a
     * cluster before 2.10 was killed, or where a stream is back from its copy. What is in the
     * newest message says whether all of it was read. What waits is asked for anew behind it: the
     * newest may be what was to be brought, which was read only now.
     */
    private void publishBehindNewest(NatsLink link) throws CutOffException {
        Optional<NatsLink.Line> newest = link.newest(subject);
        if (newest.isEmpty() || !journal.endsWith(Messages.newest(newest.get().bytes()))) {
            return;
        }
        List<byte[]> lines = allowed(waiting(link));
        if (lines.isEmpty()) {
            return;
        }
        try {
            link.publish(subject, Messages.of(lines), newest.get().place());
            progress.unwritten("");
        } catch (NatsLink.OvertakenException e) {
            // Somebody was first: their line is read before this is tried again.
        }
    }

    /** The line of the oldest claim; none where it is settled, or something else comes first. */
    private List<RoomJournal.Placed> claimed(NatsLink link) {
        Optional<Claim> claim = claims.first();
        if (claim.isEmpty()) {
            return List.of();
        }
        return switch (claim.get().turn()) {
            case Claim.Turn.Share(var draft) ->
                    List.of(new RoomJournal.Placed(draft.fact(), draft.line(link.key())));
            case Claim.Turn.Later later -> List.of();
            case Claim.Turn.Settled settled -> {
                claims.settled(claim.get());
                yield List.of();
            }
        };
    }

    /** Up to the first that the room would refuse, which is said. */
    private List<byte[]> allowed(List<RoomJournal.Placed> lines) {
        List<byte[]> allowed = new ArrayList<>();
        for (RoomJournal.Placed each : lines) {
            Optional<String> objection = members.objection(each.fact(), each.line());
            if (objection.isPresent()) {
                progress.unwritten("the room would refuse the next fact: " + objection.get());
                break;
            }
            allowed.add(each.line());
        }
        return allowed;
    }

    /**
     * Only what is read counts, in the order in which it is read: servers of a cluster before 2.10
     * may let two lines pass that follow the same one, and then the second is the one that does not
     * fit.
     */
    private void awaitRead(long there) throws InterruptedException {
        progress.awaitRead(there, READ_WITHIN);
    }
}
