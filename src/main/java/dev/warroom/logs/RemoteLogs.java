package dev.warroom.logs;

import dev.warroom.policy.ListedLog;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Follows log files on other hosts, through one shell a host. When the connection breaks, the gap
 * is marked, and filled from where reading stopped once there is one again; rotated files are read
 * to their end, as long as they are not compressed or deleted.
 */
public final class RemoteLogs implements AutoCloseable {

    private static final Duration CHECK = Duration.ofSeconds(5);

    private final List<RemoteHost> hosts = new ArrayList<>();
    private final List<RemoteFolder> folders = new ArrayList<>();
    private final List<RemoteReading> readings = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private RemoteLogs() {}

    /**
     * Begins to follow.
     *
     * @param remote patterns of absolute paths with {@code *}, {@code ?} and {@code [ ]}, by host
     * @param backlog how many of the last lines of all files of a host together are shown first
     * @param listeners one for each host, told by a thread of its own
     */
    public static RemoteLogs start(
            Map<String, List<ListedLog>> remote,
            RemoteShell.Way way,
            int backlog,
            Supplier<LogFollower.Listener> listeners,
            InstantSource clock) {
        return start(remote, way, backlog, listeners, clock, Pace.USUAL);
    }

    static RemoteLogs start(
            Map<String, List<ListedLog>> remote,
            RemoteShell.Way way,
            int backlog,
            Supplier<LogFollower.Listener> listeners,
            InstantSource clock,
            Pace pace) {
        RemoteLogs logs = new RemoteLogs();
        remote.forEach(
                (host, patterns) -> {
                    Outbox outbox = new Outbox(listeners.get());
                    RemoteReading reading = new RemoteReading(host, way, clock);
                    logs.readings.add(reading);
                    RemoteFolder folder =
                            new RemoteFolder(host, patterns, reading, backlog, outbox, clock, pace);
                    logs.folders.add(folder);
                    RemoteHost each = new RemoteHost(host, way, folder, outbox, pace);
                    logs.hosts.add(each);
                    Thread.ofPlatform().daemon().name("log-host").start(each);
                });
        if (!logs.hosts.isEmpty()) {
            Thread.ofVirtual().name("log-hosts").start(logs::watch);
        }
        return logs;
    }

    /** Where the lines of {@code source} stand; may be asked by any thread. */
    public Optional<LogFile> file(String source) {
        return folders.stream().flatMap(it -> it.file(source).stream()).findFirst();
    }

    /** Where the lines of each source stand; may be asked by any thread. */
    public Map<String, LogFile> files() {
        Map<String, LogFile> files = new HashMap<>();
        folders.forEach(it -> files.putAll(it.files()));
        return files;
    }

    private void watch() {
        try {
            while (!closed.await(CHECK.toMillis(), TimeUnit.MILLISECONDS)) {
                hosts.forEach(RemoteHost::check);
                readings.forEach(RemoteReading::check);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        hosts.forEach(RemoteHost::close);
        readings.forEach(RemoteReading::close);
    }
}
