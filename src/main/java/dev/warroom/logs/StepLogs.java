package dev.warroom.logs;

import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What steps print, as log lines, for those steps that a person wants there. */
public final class StepLogs implements AutoCloseable {

    private final LogFollower.Listener listener;
    private final InstantSource clock;
    private final Map<String, Listened> runs = new HashMap<>();

    private record Listened(String name, PlainLines lines) {}

    /**
     * @param listener told by several threads
     */
    public StepLogs(LogFollower.Listener listener, InstantSource clock) {
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * From now on the output of {@code run} is a source.
     *
     * @param name what its lines are called
     * @param before what it has printed so far
     */
    public synchronized void listen(String run, String name, List<String> before) {
        runs.put(
                run,
                new Listened(name, new PlainLines(name, ZoneId.systemDefault(), clock.instant())));
        tell(name, LogSource.State.FOLLOWING, "");
        output(run, before, 0);
    }

    /** Its output is none any more. */
    public synchronized void leave(String run) {
        Listened listened = runs.remove(run);
        if (listened != null) {
            tell(listened.name(), LogSource.State.ENDED, "no more among the logs");
        }
    }

    /**
     * A run has printed.
     *
     * @param dropped how many lines before these are missing
     */
    public synchronized void output(String run, List<String> lines, long dropped) {
        Listened listened = runs.get(run);
        if (listened == null) {
            return;
        }
        List<LogLine> all = new ArrayList<>();
        if (dropped > 0) {
            String words = SourceLines.REST + dropped + " lines came too fast: see its output";
            all.add(new LogLine(listened.name(), LogLevel.NOTICE, words));
        }
        try {
            lines.forEach(it -> all.add(listened.lines().line(it)));
            for (int from = 0; from < all.size(); from += Outbox.MOST_LINES) {
                int to = Math.min(all.size(), from + Outbox.MOST_LINES);
                listener.lines(List.copyOf(all.subList(from, to)));
            }
        } catch (RuntimeException e) {
            // Its output is kept, and shown beside its step.
            runs.remove(run);
            String words = Fault.words(e) + "; see its output";
            tell(listened.name(), LogSource.State.LOST, words);
        }
    }

    /** Nothing is known of a run. */
    public synchronized void lost(String run, String why) {
        Listened listened = runs.get(run);
        if (listened != null) {
            tell(listened.name(), LogSource.State.LOST, why);
        }
    }

    /** It is known again. */
    public synchronized void found(String run) {
        Listened listened = runs.get(run);
        if (listened != null) {
            tell(listened.name(), LogSource.State.FOLLOWING, "answers again");
        }
    }

    /** A run is over. */
    public synchronized void ended(String run) {
        Listened listened = runs.remove(run);
        if (listened != null) {
            tell(listened.name(), LogSource.State.ENDED, "");
        }
    }

    private void tell(String name, LogSource.State state, String detail) {
        listener.source(new LogSource(LogSource.STEP + name, state, detail, name));
    }

    @Override
    public synchronized void close() {
        runs.clear();
    }
}
