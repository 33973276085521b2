package dev.warroom.cli;

import dev.warroom.health.LogCounts;
import dev.warroom.logs.LineTally;
import dev.warroom.logs.LogFollower;
import dev.warroom.logs.SourceMeter;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;
import dev.warroom.room.Signal;

import java.time.InstantSource;
import java.util.List;

/** Brings log lines into the room, and counts them for the probes of the log rate. */
final class LogsToInbox implements LogFollower.Listener {

    private final Inbox inbox;
    private final LogCounts counts;
    private final LineTally tally;
    private final SourceMeter meter;
    private final InstantSource clock;
    private volatile boolean fresh;

    LogsToInbox(
            Inbox inbox,
            LogCounts counts,
            LineTally tally,
            SourceMeter meter,
            InstantSource clock) {
        this.meter = meter;
        this.inbox = inbox;
        this.counts = counts;
        this.tally = tally;
        this.clock = clock;
    }

    /** The same, for lines that are new from the first one on. */
    LogsToInbox opened() {
        fresh = true;
        return this;
    }

    @Override
    public void lines(List<LogLine> batch) {
        counts.add(batch, fresh, clock.instant());
        tally.add(batch);
        meter.add(batch, fresh, clock.millis());
        inbox.logs(batch);
    }

    @Override
    public void source(LogSource source) {
        inbox.put(new Signal.LogSourceChanged(source));
    }

    @Override
    public void host(String host, String trouble) {
        counts.host(host, trouble);
    }

    @Override
    public void begun() {
        counts.begin();
        fresh = true;
    }
}
