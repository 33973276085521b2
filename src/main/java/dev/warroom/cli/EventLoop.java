package dev.warroom.cli;

import dev.warroom.room.Effect;
import dev.warroom.room.Next;
import dev.warroom.room.Room;
import dev.warroom.room.Signal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Takes what arrives, updates the room, carries out what it asks for, and shows it. */
final class EventLoop {

    private static final long SECOND = 1_000;

    private final InstantSource clock;
    private final Inbox inbox;
    private final Consumer<Effect> outside;
    private final Consumer<Room> show;
    private volatile boolean ended;

    EventLoop(InstantSource clock, Inbox inbox, Consumer<Effect> outside, Consumer<Room> show) {
        this.clock = clock;
        this.inbox = inbox;
        this.outside = outside;
        this.show = show;
    }

    /** The loop ends soon; may be called from any thread. */
    void end() {
        ended = true;
        inbox.put(new Signal.Ticked());
    }

    /** Goes on until it is told to end; answers the last room. */
    Room run(Room first) throws InterruptedException {
        Room room = first;
        show.accept(room);
        long shown = clock.millis() / SECOND;
        while (!ended) {
            // The clocks on the screen change when the second does.
            List<Inbox.Stamped> arrived = inbox.take(SECOND - clock.millis() % SECOND);
            if (arrived.isEmpty()) {
                room = step(room, clock.instant(), new Signal.Ticked());
            }
            for (Inbox.Stamped stamped : arrived) {
                room = step(room, stamped.at(), stamped.arrival().in(room));
            }
            long second = clock.millis() / SECOND;
            if (second != shown || !canWait(arrived)) {
                show.accept(room);
                shown = second;
            }
        }
        return room;
    }

    /**
     * Whether nobody waits for what has arrived, so that it is shown when the second changes: a
     * picture for each look of each probe, and each count of lines, would keep a room busy in which
     * nothing happens.
     */
    static boolean canWait(List<Inbox.Stamped> arrived) {
        return !arrived.isEmpty()
                && arrived.stream()
                        .allMatch(
                                it ->
                                        it.arrival() instanceof Arrival.Fixed(var signal)
                                                && figure(signal));
    }

    private static boolean figure(Signal signal) {
        return signal instanceof Signal.ProbeAnswered
                || signal instanceof Signal.LogsCounted
                || signal instanceof Signal.LogsMeasured;
    }

    private Room step(Room room, Instant at, Signal signal) {
        Next next = room.update(at, signal);
        next.effects().forEach(outside);
        return next.room();
    }
}
