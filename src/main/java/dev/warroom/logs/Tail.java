package dev.warroom.logs;

import dev.warroom.room.LogSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * Follows whatever stands at one path. When another file takes its place, the old one is drained
 * before the new one is opened, and read on for a while, because its writer may not know yet.
 */
final class Tail {

    private static final int MOST_ROTATED = 8;

    /** More than what a file system counts time in: two changes within it may look like one. */
    private static final Duration TICK = Duration.ofMillis(20);

    private final Path path;
    private final String name;
    private final String source;
    private final ZoneId zone;
    private final Handles handles;
    private final Outbox outbox;
    private final Pace pace;
    private final Deque<OpenLog> rotated = new ArrayDeque<>();
    private OpenLog current;
    private Seen before = new Seen(null, 0, Instant.EPOCH, "");
    private long noticed;
    private boolean mayHide;
    private String lost = "";
    private long goneSince;
    private long retryAt;
    private String news = "new";
    private boolean announced;

    /**
     * @param path where it stands
     * @param zone of times that name none
     * @param asked whether a person named it, so that it is missed when it is not there
     */
    Tail(
            Path path,
            Names.Name name,
            ZoneId zone,
            boolean asked,
            Handles handles,
            Outbox outbox,
            Pace pace) {
        this.path = path;
        this.name = name.path();
        this.source = name.source();
        this.zone = zone;
        this.announced = asked;
        this.handles = handles;
        this.outbox = outbox;
        this.pace = pace;
        this.goneSince = System.nanoTime() - pace.missing().toNanos();
        this.retryAt = System.nanoTime();
    }

    /** Opens the file when the program starts, {@code lines} lines before its end. */
    void begin(int lines, byte[] buffer) {
        Seen seen = Seen.at(path);
        try {
            if (seen.file()) {
                news = "";
                open(seen, lines, buffer);
            } else {
                lose(seen.trouble());
            }
        } catch (IOException e) {
            fail(Seen.reason(e));
        } catch (RuntimeException e) {
            fail(Fault.words(e));
        }
    }

    /**
     * Looks once.
     *
     * @return whether there is more to read at once
     */
    boolean poll(byte[] buffer) {
        long now = System.nanoTime();
        Seen seen = Seen.at(path);
        boolean more = false;
        try {
            if (current != null && seen.is(current.key())) {
                return stay(seen, buffer, now) | pollRotated(buffer, now);
            }
            if (current != null) {
                if (advance(current, false, buffer, now)) {
                    return true;
                }
                if (seen.file()) {
                    rotated.add(current);
                    current = null;
                    news = "rotated";
                }
            }
            if (seen.file()) {
                if (now - retryAt >= 0) {
                    more = open(seen, -1, buffer);
                }
            } else {
                missing(seen, now);
            }
            return more | pollRotated(buffer, now);
        } catch (IOException e) {
            fail(Seen.reason(e));
        } catch (RuntimeException e) {
            fail(Fault.words(e));
        }
        return false;
    }

    /** Whether something happens soon that no file system tells of. */
    boolean pending() {
        boolean waits = current != null && (current.holding() || current.fresh());
        boolean goes = lost.isEmpty() && (current == null || goneSince != 0);
        return waits || goes || !rotated.isEmpty();
    }

    /** Whether nothing at all is left at its path or open. */
    boolean over() {
        return current == null && rotated.isEmpty() && !lost.isEmpty();
    }

    void close() {
        if (current != null) {
            handles.close(current);
            current = null;
        }
        while (!rotated.isEmpty()) {
            handles.close(rotated.poll());
        }
    }

    private boolean stay(Seen seen, byte[] buffer, long now) throws IOException {
        boolean touched = mayHide || !seen.equals(before);
        notice(seen, now);
        goneSince = 0;
        boolean more = advance(current, touched, buffer, now);
        if (!lost.isEmpty()) {
            lost = "";
            say(LogSource.State.FOLLOWING, news);
        }
        current.releaseAfter(pace.quiet(), now);
        return more;
    }

    /** A change that follows another within a tick looks like it; the next look is for that one. */
    private void notice(Seen seen, long now) {
        if (!seen.equals(before)) {
            before = seen;
            noticed = now;
        }
        mayHide = now - noticed < TICK.toNanos();
    }

    /** Reads on, but not before it is certain that what comes follows what was read. */
    private boolean advance(OpenLog log, boolean touched, byte[] buffer, long now)
            throws IOException {
        if (!touched && log.finished()) {
            return false;
        }
        switch (log.check()) {
            case NONE -> {}
            case TRUNCATED -> say(LogSource.State.FOLLOWING, "truncated, read from its start");
            case REWRITTEN -> say(LogSource.State.FOLLOWING, "rewritten, read from its start");
        }
        return read(log, buffer, now);
    }

    private boolean read(OpenLog log, byte[] buffer, long now) throws IOException {
        switch (log.settle(pace.release(), now)) {
            case KNOWN -> {}
            case WAITING -> {
                return false;
            }
            case COPY ->
                    say(LogSource.State.FOLLOWING, "a copy, read on behind what was read before");
        }
        return log.read(buffer, now);
    }

    private boolean open(Seen seen, int lines, byte[] buffer) throws IOException {
        Optional<OpenLog> opened = handles.open(path, seen, source, zone, lines);
        if (opened.isEmpty()) {
            return false;
        }
        current = opened.get();
        notice(seen, System.nanoTime());
        lost = "";
        say(LogSource.State.FOLLOWING, news);
        return read(current, buffer, System.nanoTime());
    }

    private boolean pollRotated(byte[] buffer, long now) throws IOException {
        boolean more = false;
        for (Iterator<OpenLog> each = rotated.iterator(); each.hasNext(); ) {
            OpenLog log = each.next();
            boolean unread = advance(log, false, buffer, now);
            more |= unread;
            log.releaseAfter(pace.quiet(), now);
            boolean oneTooMany = rotated.size() > MOST_ROTATED;
            if (!unread && !log.waiting() && (oneTooMany || log.silentFor(pace.release(), now))) {
                each.remove();
                handles.close(log);
            }
        }
        return more;
    }

    private void missing(Seen seen, long now) {
        if (lost.isEmpty() && goneSince == 0) {
            goneSince = now;
        }
        if (current != null) {
            current.releaseAfter(pace.quiet(), now);
            if (current.silentFor(pace.release(), now)) {
                handles.close(current);
                current = null;
            }
        }
        if (now - goneSince >= pace.missing().toNanos()) {
            lose(seen.trouble());
        }
    }

    private void lose(String why) {
        if (!why.equals(lost)) {
            lost = why;
            news = "came back";
            if (announced) {
                say(LogSource.State.LOST, why);
            }
        }
    }

    /** What cannot be read is closed, and tried again a little later. */
    private void fail(String why) {
        close();
        retryAt = System.nanoTime() + pace.rescan().toNanos();
        lose(why);
    }

    private void say(LogSource.State state, String detail) {
        if (state == LogSource.State.FOLLOWING) {
            announced = true;
            goneSince = 0;
        }
        outbox.add(new LogSource(name, state, detail, source));
    }
}
