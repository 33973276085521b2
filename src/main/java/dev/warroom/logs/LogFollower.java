package dev.warroom.logs;

import dev.warroom.policy.ListedLog;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Follows log files through whatever happens to them: rotation, truncation, deletion, new ones.
 *
 * <p>No line is shown twice, and none is left out without a word, with one exception that nobody
 * who reads a file can avoid: what was written between the last look and a truncation is gone. One
 * thread of its own does everything; a listener that takes its time slows the reading down, and
 * loses nothing.
 */
public final class LogFollower implements AutoCloseable {

    /** More files than this are not followed at the same time. */
    public static final int MOST_FILES = 256;

    /** Told what there is, by the follower's own thread, one call at a time. */
    public interface Listener {

        /**
         * Lines in the order of their files.
         *
         * @param batch at least 1, at most 1,000
         */
        void lines(List<LogLine> batch);

        /** Something has happened to a file, or to a pattern that matches none. */
        void source(LogSource source);

        /** One who does not care. */
        Listener NONE =
                new Listener() {
                    @Override
                    public void lines(List<LogLine> batch) {
                        // There is no log pane.
                    }

                    @Override
                    public void source(LogSource source) {
                        // Nor here.
                    }
                };

        /** What stood in the files already has been told; what comes now is new. */
        default void begun() {}

        /**
         * Whether files of another host can be read has changed.
         *
         * @param trouble why they cannot; empty where they can
         */
        default void host(String host, String trouble) {}
    }

    private static final long CLOSE_MS = 2_000;

    private final Outbox outbox;
    private final Handles handles;
    private final Selection selection;
    private final Names names;
    private final Pace pace;
    private final Map<Path, Tail> tails = new TreeMap<>();
    private final Map<String, LocalLog> paths = new ConcurrentHashMap<>();
    private final byte[] buffer = OpenLog.buffer();
    private final Awakening awakening = new Awakening();
    private final Thread thread;

    private LogFollower(
            Path base, List<ListedLog> globs, int backlog, Listener listener, Pace pace) {
        Path folder = base.toAbsolutePath().normalize();
        this.outbox = new Outbox(listener);
        this.handles = new Handles(outbox);
        this.selection = new Selection(folder, globs, outbox);
        this.names = new Names(folder);
        this.pace = pace;
        this.thread =
                Thread.ofPlatform().daemon().name("log-follower").unstarted(() -> run(backlog));
    }

    /**
     * Begins to follow.
     *
     * @param base what relative patterns are relative to
     * @param globs patterns of file names with {@code *}, {@code ?} and {@code **}
     * @param backlog how many of the last lines of all files together are shown first; each file
     *     may have at least one of them
     */
    public static LogFollower start(
            Path base, List<ListedLog> globs, int backlog, Listener listener) {
        return start(base, globs, backlog, listener, Pace.USUAL);
    }

    static LogFollower start(
            Path base, List<ListedLog> globs, int backlog, Listener listener, Pace pace) {
        if (backlog < 0) {
            throw new IllegalArgumentException("backlog " + backlog + " must be >= 0");
        }
        LogFollower follower = new LogFollower(base, globs, backlog, listener, pace);
        follower.thread.start();
        return follower;
    }

    /** Where the lines of {@code source} stand; may be asked by any thread. */
    public Optional<LogFile> file(String source) {
        return Optional.ofNullable(paths.get(source));
    }

    /** Where the lines of each source stand; may be asked by any thread. */
    public Map<String, LocalLog> files() {
        return Map.copyOf(paths);
    }

    /** Ends, and closes all files. Nothing is told after that, unless a listener is stuck. */
    @Override
    public void close() {
        awakening.close();
        try {
            thread.join(CLOSE_MS);
            if (thread.isAlive()) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run(int backlog) {
        try {
            begin(backlog);
            long scanned = System.nanoTime();
            boolean more = false;
            int before = outbox.lines();
            while (awakening.await(more ? Duration.ZERO : rest(), outbox.lines() == before)) {
                before = outbox.lines();
                if (System.nanoTime() - scanned >= pace.rescan().toNanos()) {
                    rescan();
                    scanned = System.nanoTime();
                }
                more = poll();
                if (outbox.lines() != before) {
                    awakening.found();
                }
            }
        } catch (InterruptedException e) {
            // Only close() interrupts, and only a listener that is stuck.
            return;
        } finally {
            handles.closeAll();
        }
    }

    /** Files in which nothing is pending are looked at when the file system tells of them. */
    private Duration rest() {
        boolean quiet = awakening.told() && tails.values().stream().noneMatch(Tail::pending);
        return quiet ? pace.rescan() : pace.poll();
    }

    /** The file that was changed last comes last, and gets what the others leave. */
    private void begin(int backlog) {
        Set<Path> found = selection.now();
        awakening.watch(found);
        Map<Path, Long> modified = new HashMap<>();
        for (Path path : found) {
            modified.put(path, Seen.at(path).modified());
        }
        List<Path> order = new ArrayList<>(found);
        order.sort((a, b) -> Long.compare(modified.get(a), modified.get(b)));
        int left = backlog;
        for (int i = 0; i < order.size(); i++) {
            int share = left / (order.size() - i);
            int before = outbox.lines();
            tail(order.get(i)).begin(backlog == 0 ? 0 : Math.max(1, share), buffer);
            left = Math.max(0, left - (outbox.lines() - before));
        }
        outbox.begun();
    }

    private void rescan() {
        Set<Path> found = selection.now();
        boolean full = found.size() >= MOST_FILES;
        for (Iterator<Map.Entry<Path, Tail>> each = tails.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Path, Tail> entry = each.next();
            if (!found.contains(entry.getKey()) && (full || entry.getValue().over())) {
                entry.getValue().close();
                each.remove();
            }
        }
        for (Path path : found) {
            if (!tails.containsKey(path)) {
                tail(path);
            }
        }
        awakening.watch(tails.keySet());
    }

    private Tail tail(Path path) {
        Names.Name name = names.of(path);
        ZoneId zone = selection.zone(path);
        paths.put(name.source(), new LocalLog(path, zone));
        Tail tail = new Tail(path, name, zone, selection.asked(path), handles, outbox, pace);
        tails.put(path, tail);
        return tail;
    }

    private boolean poll() {
        boolean more = false;
        for (Tail tail : tails.values()) {
            more |= tail.poll(buffer);
            if (awakening.ended()) {
                break;
            }
        }
        outbox.send();
        return more;
    }
}
