package dev.warroom.logs;

import dev.warroom.policy.ListedLog;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of one host that match: what stands at which name, what has been rotated, what is new.
 * Keeps all of that when the connection breaks.
 */
final class RemoteFolder {

    /** A file that was read longest ago is forgotten beyond so many. */
    private static final int MOST_REMEMBERED = 1024;

    private static final int BUFFER = 256 * 1024;

    /** Read of one file before the next one has its turn, in buffers. */
    private static final int MOST_AT_ONCE = 16;

    /** What is not found so often is gone. */
    private static final int SURE = 3;

    private final String host;
    private final PathNews news;
    private final RemoteSelection selection;
    private final Map<String, LogFile> readable = new ConcurrentHashMap<>();
    private final RemoteReading reading;
    private final int backlog;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Pace pace;
    private final Names names = new Names(Path.of("/"));
    private final byte[] buffer = new byte[BUFFER];
    private final Copies copies = new Copies();
    private final Map<String, RemoteFile> files = new LinkedHashMap<>();
    private final Map<String, RemoteFile> at = new TreeMap<>();
    private final Deque<RemoteFile> rotated = new ArrayDeque<>();
    private final Map<String, Long> goneSince = new HashMap<>();

    /** Where something stands, by this round's look, or found there since. */
    private final Set<String> there = new HashSet<>();

    private boolean begun;

    RemoteFolder(
            String host,
            List<ListedLog> listed,
            RemoteReading reading,
            int backlog,
            Outbox outbox,
            InstantSource clock,
            Pace pace) {
        this.host = host;
        this.news = new PathNews(host, outbox);
        this.selection = new RemoteSelection(listed, news);
        this.reading = reading;
        this.backlog = backlog;
        this.outbox = outbox;
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * Looks once, and reads what is new.
     *
     * @return whether there is more to read at once
     */
    boolean round(RemoteWire wire) throws IOException {
        List<RemoteWire.Found> found = selection.now(wire);
        there.clear();
        found.forEach(it -> there.add(it.path()));
        boolean more = false;
        for (RemoteWire.Found each : found) {
            if (each.readable()) {
                more |= follow(wire, each, found.size());
            } else {
                news.lose(each.path(), "permission denied");
            }
        }
        boolean first = !begun;
        begun = true;
        missing(wire);
        more |= drain(wire);
        files.values().forEach(it -> it.releaseAfter(pace.quiet()));
        if (first) {
            outbox.begun();
        }
        outbox.send();
        return more;
    }

    private boolean follow(RemoteWire wire, RemoteWire.Found found, int all) throws IOException {
        try {
            return present(wire, found, all);
        } catch (RuntimeException e) {
            // One file that the program cannot take is no reason to lose the others.
            news.lose(found.path(), Fault.words(e));
            return false;
        }
    }

    /** Where the lines of {@code source} stand; may be asked by any thread. */
    Optional<LogFile> file(String source) {
        return Optional.ofNullable(readable.get(source));
    }

    /** Where the lines of each source stand; may be asked by any thread. */
    Map<String, LogFile> files() {
        return Map.copyOf(readable);
    }

    /** How much there is that was not read, as far as it is known what was. */
    long unread(RemoteWire wire) throws IOException {
        long unread = 0;
        for (RemoteWire.Found each : selection.all(wire)) {
            RemoteFile file = files.get(each.key());
            unread += Math.max(0, each.size() - (file == null ? 0 : file.offset()));
        }
        return unread;
    }

    /** No connection: nothing is known of any of them. */
    void lose(String why) {
        outbox.host(host, why);
        at.keySet().forEach(path -> news.lose(path, why));
        if (at.isEmpty()) {
            selection.patterns().forEach(it -> news.lose(it, why));
        }
        // A file that is not there when the connection is back has been missing since then.
        goneSince.clear();
        outbox.send();
    }

    private boolean present(RemoteWire wire, RemoteWire.Found found, int all) throws IOException {
        // What has been away may be another file with its number on the disk, and as long.
        boolean away = goneSince.remove(found.path()) != null || news.lost(found.path());
        RemoteFile before = at.get(found.path());
        RemoteFile file = files.get(found.key());
        String change = "";
        if (before != null && (file == null || before != file)) {
            if (isGone(wire, before)) {
                before.sayGone();
            }
            rotated.addLast(before);
            between(wire, before, all);
            change = "rotated";
        }
        if (file == null) {
            file = opened(wire, found, all);
            change = begun && change.isEmpty() ? "new" : change;
        } else {
            file.name(found.path());
            file.back();
        }
        rotated.remove(file);
        boolean announce = at.put(found.path(), file) != file;
        news.stands(found.path(), file.source());
        if (announce || news.lost(found.path())) {
            news.follow(found.path(), change.isEmpty() && begun ? "came back" : change);
        }
        if (found.size() < file.offset()) {
            file.restart();
            news.follow(found.path(), "truncated, read from its start");
        }
        switch (file.settle(wire, found.size(), pace.release())) {
            case KNOWN -> {}
            case WAITING -> {
                return false;
            }
            case COPY -> news.follow(found.path(), "a copy, read on behind what was read before");
        }
        boolean other = away || file.changed(found) || found.size() > file.offset();
        boolean more = other && read(wire, file, found.size()) == RemoteFile.Read.MORE;
        file.seen(found);
        return more;
    }

    /**
     * Reads what stood at the path since {@code before} was looked at, and has been rotated itself:
     * a connection may have been away for long.
     */
    private void between(RemoteWire wire, RemoteFile before, int all) throws IOException {
        List<RemoteWire.Found> later =
                wire.look(List.of(before.path() + "*")).stream()
                        .filter(it -> it.readable() && !there.contains(it.path()))
                        .filter(it -> !files.containsKey(it.key()) && before.before(it))
                        .sorted(Comparator.comparing(RemoteWire.Found::written))
                        .toList();
        for (RemoteWire.Found each : later) {
            if (at.containsKey(each.path())) {
                // Made since the look: it stands in its place, and is missed there when it goes.
                there.add(each.path());
                present(wire, each, all);
                continue;
            }
            if (Glob.compressed(each.path())) {
                before.sayCompressed(each.path());
                continue;
            }
            RemoteFile file =
                    new RemoteFile(
                            each,
                            before.source(),
                            copies,
                            outbox,
                            clock.instant(),
                            selection.zone(before.path().toString(), wire));
            keep(file);
            file.settle(wire, each.size(), Duration.ZERO);
            read(wire, file, each.size());
            rotated.addLast(file);
        }
    }

    /** Reads the rest. A file that gets another name in that moment only seems to be gone. */
    private boolean isGone(RemoteWire wire, RemoteFile before) throws IOException {
        for (int i = 0; i < SURE; i++) {
            if (read(wire, before, Long.MAX_VALUE) != RemoteFile.Read.GONE) {
                return false;
            }
        }
        return true;
    }

    private RemoteFile opened(RemoteWire wire, RemoteWire.Found found, int all) throws IOException {
        String source = host + ":" + names.of(Path.of("/" + found.path()).normalize()).source();
        ZoneId zone = selection.zone(found.path(), wire);
        RemoteFile file = new RemoteFile(found, source, copies, outbox, clock.instant(), zone);
        readable.put(source, reading.file(found.path(), zone));
        if (!begun) {
            file.beginAtEnd(wire, found.size(), Math.max(1, backlog / all), buffer);
        }
        keep(file);
        return file;
    }

    private void keep(RemoteFile file) {
        if (files.size() >= MOST_REMEMBERED) {
            files.values().stream()
                    .filter(it -> !at.containsValue(it))
                    .findFirst()
                    .ifPresent(this::forget);
        }
        files.put(file.key(), file);
        copies.opened(file);
    }

    private void forget(RemoteFile file) {
        files.remove(file.key());
        copies.closed(file);
    }

    /**
     * @param size of the file as it was seen; the largest number where it was not, so that
     *     something else in its place is another file
     */
    private RemoteFile.Read read(RemoteWire wire, RemoteFile file, long size) throws IOException {
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            long seen = size == Long.MAX_VALUE ? file.offset() : size;
            RemoteFile.Read read = file.read(wire, seen, buffer);
            if (read == RemoteFile.Read.REWRITTEN) {
                if (size == Long.MAX_VALUE) {
                    return gone(file);
                }
                file.restart();
                news.follow(file.name(), "rewritten, read from its start");
                return RemoteFile.Read.MORE;
            }
            if (read == RemoteFile.Read.GONE) {
                return gone(file);
            }
            if (read != RemoteFile.Read.MORE) {
                return read;
            }
        }
        return RemoteFile.Read.MORE;
    }

    private static RemoteFile.Read gone(RemoteFile file) {
        file.leave();
        return RemoteFile.Read.GONE;
    }

    /** What is not found under its name may have been rotated; it is read to its end. */
    private void missing(RemoteWire wire) throws IOException {
        for (String path : new ArrayList<>(at.keySet())) {
            if (there.contains(path)) {
                continue;
            }
            long now = System.nanoTime();
            long since = goneSince.computeIfAbsent(path, it -> now);
            if (since == now) {
                read(wire, at.get(path), Long.MAX_VALUE);
            }
            if (now - since >= pace.missing().toNanos()) {
                news.lose(path, "is not there");
            }
        }
    }

    /** Whoever writes to a rotated file may not know yet. */
    private boolean drain(RemoteWire wire) throws IOException {
        boolean more = false;
        for (Iterator<RemoteFile> each = rotated.iterator(); each.hasNext(); ) {
            RemoteFile file = each.next();
            boolean unread = read(wire, file, Long.MAX_VALUE) == RemoteFile.Read.MORE;
            more |= unread;
            if (!unread && file.silentFor(pace.release())) {
                each.remove();
            }
        }
        return more;
    }
}
