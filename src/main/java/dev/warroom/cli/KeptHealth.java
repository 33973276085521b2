package dev.warroom.cli;

import dev.warroom.health.HistoryFolder;
import dev.warroom.health.HistoryKeeper;
import dev.warroom.history.History;
import dev.warroom.history.Slot;
import dev.warroom.policy.Policy;
import dev.warroom.room.Notice;
import dev.warroom.room.Past;
import dev.warroom.room.Reading;
import dev.warroom.room.Signal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** What the probes of a sitting find is kept, and what was kept before is brought into the room. */
final class KeptHealth implements AutoCloseable {

    /** How often the room gets the newest of it. */
    private static final Duration EVERY = Duration.ofMinutes(10);

    /** As far back as the pane shows it. */
    private static final Duration DAYS = Duration.ofDays(7);

    private static final Duration HOURS = Duration.ofHours(3);

    private final HistoryFolder kept;
    private final HistoryKeeper keeper;
    private final InstantSource clock;
    private final Inbox inbox;
    private final boolean observing;

    /**
     * @param observing whether nothing is written
     */
    KeptHealth(
            Path state,
            Path folder,
            Policy policy,
            InstantSource clock,
            Inbox inbox,
            boolean observing) {
        kept = HistoryFolder.of(state, folder);
        keeper =
                new HistoryKeeper(
                        state, folder, policy, why -> inbox.put(new Signal.Said(Notice.bad(why))));
        this.clock = clock;
        this.inbox = inbox;
        this.observing = observing;
    }

    /** Keeps a reading. */
    void keep(Reading reading) {
        if (!observing) {
            keeper.keep(reading);
        }
    }

    /** Brings what was kept into the room, again and again, until it is interrupted. */
    void tell() throws InterruptedException {
        Instant day = Instant.MIN;
        History before = History.NONE;
        while (true) {
            try {
                Instant now = clock.instant();
                Instant soon = now.plus(Slot.MINUTE);
                Instant today = now.truncatedTo(ChronoUnit.DAYS);
                if (!today.equals(day)) {
                    // What is over is read once a day.
                    before = kept.read(now.minus(DAYS), today, Slot.HOUR);
                    day = today;
                }
                History hours = before.plus(kept.read(today, soon, Slot.HOUR));
                History minutes = kept.read(now.minus(HOURS), soon, Slot.MINUTE);
                inbox.put(new Signal.PastRead(new Past(hours, minutes)));
            } catch (IOException e) {
                String words = "What was kept of the probes cannot be read: " + e.getMessage();
                inbox.put(new Signal.Said(Notice.plain(words)));
            }
            Thread.sleep(EVERY);
        }
    }

    @Override
    public void close() {
        keeper.close();
    }
}
