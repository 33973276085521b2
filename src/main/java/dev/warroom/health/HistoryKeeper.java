package dev.warroom.health;

import dev.warroom.history.Slot;
import dev.warroom.history.Spread;
import dev.warroom.history.Tally;
import dev.warroom.history.Trend;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Probe;
import dev.warroom.room.Metric;
import dev.warroom.room.Quiet;
import dev.warroom.room.Reading;
import dev.warroom.room.Reading.Health;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps what probes find, added up by the minute, in a {@link HistoryFolder}. Of several processes
 * that look at one workspace, one keeps: the others take over when it is gone. Each minute is
 * written when it is over, so a killed process loses one minute. Its methods may be called from any
 * thread.
 */
public final class HistoryKeeper implements AutoCloseable {

    private final Policy policy;
    private final Path workspace;
    private final HistoryFolder folder;
    private final Consumer<String> trouble;
    private final Map<String, Last> last = new HashMap<>();
    private final Map<String, Track> tracks = new HashMap<>();
    private final Track service = new Track(Slot.SERVICE);
    private Quiet quiet;
    private Instant serviceSeen = Instant.MIN;
    private Instant nextTry = Instant.MIN;
    private LocalDate tidied = LocalDate.MIN;
    private Optional<FileLock> lock = Optional.empty();
    private boolean told;
    private boolean closed;

    /**
     * The newest look at a probe.
     *
     * @param until when it is stale
     */
    private record Last(Tally.Kind kind, Instant at, Instant until) {}

    /**
     * Touches nothing before the first reading.
     *
     * @param trouble gets told once, in words, when nothing can be kept
     */
    public HistoryKeeper(Path state, Path workspace, Policy policy, Consumer<String> trouble) {
        this.policy = policy;
        this.workspace = workspace;
        this.trouble = trouble;
        folder = HistoryFolder.of(state, workspace);
        quiet = Quiet.in(policy.rules().maintenance().silencing());
    }

    /** Takes one reading into account. */
    public synchronized void keep(Reading reading) {
        Optional<Probe> probe =
                policy.probes().stream().filter(it -> it.name().equals(reading.probe())).findAny();
        if (closed || probe.isEmpty() || !mine(reading.at())) {
            return;
        }
        Instant at = reading.at();
        quiet = quiet.looked(probe.get(), at);
        passed(at);
        Track track = tracks.computeIfAbsent(reading.probe(), Track::new);
        Last before = last.get(reading.probe());
        if (before != null && before.at().isBefore(at)) {
            track.watched(before.kind(), before.at(), earlier(at, before.until()));
        }
        Tally.Kind kind = quiet.is(probe.get(), at) ? Tally.Kind.SILENT : kind(reading.health());
        last.put(reading.probe(), new Last(kind, at, at.plus(staleAfter(probe.get()))));
        track.add(at, slot -> slot.plus(looked(slot, reading, kind)));
        write(track.before(at));
        write(service.before(at));
        tidy(at);
    }

    private static Slot looked(Slot in, Reading reading, Tally.Kind kind) {
        String unit = reading.figure().map(Metric::unit).orElse("ms");
        return new Slot(
                in.probe(),
                in.from(),
                in.length(),
                Tally.NONE,
                Tally.of(kind, 1),
                Spread.of(reading.took()),
                Trend.of(reading.shown(), unit));
    }

    private static Duration staleAfter(Probe probe) {
        return probe.every().multipliedBy(2).plus(probe.timeout());
    }

    private static Tally.Kind kind(Health health) {
        return switch (health) {
            case OK -> Tally.Kind.OK;
            case WARNING -> Tally.Kind.WARNING;
            case CRITICAL -> Tally.Kind.CRITICAL;
            case UNKNOWN -> Tally.Kind.UNKNOWN;
        };
    }

    /** The service's own time, up to {@code at}: it is as its worst probe is. */
    private void passed(Instant at) {
        List<Last> all =
                policy.serviceProbes().stream()
                        .filter(last::containsKey)
                        .map(last::get)
                        .filter(it -> it.until().isAfter(serviceSeen))
                        .toList();
        if (!all.isEmpty() && serviceSeen.isBefore(at)) {
            Instant until = all.stream().map(Last::until).max(Instant::compareTo).orElseThrow();
            service.watched(worst(all), serviceSeen, earlier(at, until));
        }
        serviceSeen = at;
    }

    private static Tally.Kind worst(List<Last> all) {
        for (Tally.Kind kind :
                List.of(
                        Tally.Kind.CRITICAL,
                        Tally.Kind.UNKNOWN,
                        Tally.Kind.WARNING,
                        Tally.Kind.OK)) {
            if (all.stream().anyMatch(it -> it.kind() == kind)) {
                return kind;
            }
        }
        return Tally.Kind.SILENT;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Whether this process is the one that keeps; another is asked for once a minute. */
    private boolean mine(Instant at) {
        if (lock.isPresent()) {
            return true;
        }
        if (at.isBefore(nextTry)) {
            return false;
        }
        nextTry = at.plus(Slot.MINUTE);
        FileChannel channel = null;
        try {
            folder.make(workspace);
            channel = folder.lockFile();
            lock = Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            // Another one in this process keeps.
            lock = Optional.empty();
        } catch (IOException e) {
            tell(e);
        }
        if (lock.isEmpty()) {
            close(channel);
        }
        return lock.isPresent();
    }

    private void write(List<Slot> slots) {
        int from = 0;
        for (int i = 1; i <= slots.size(); i++) {
            if (i == slots.size() || !day(slots.get(i)).equals(day(slots.get(from)))) {
                try {
                    folder.append(slots.subList(from, i));
                } catch (IOException e) {
                    tell(e);
                }
                from = i;
            }
        }
    }

    private static LocalDate day(Slot slot) {
        return slot.from().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void tidy(Instant at) {
        LocalDate today = at.atOffset(ZoneOffset.UTC).toLocalDate();
        if (today.equals(tidied)) {
            return;
        }
        tidied = today;
        try {
            folder.tidy(today);
        } catch (IOException e) {
            tell(e);
        }
    }

    private void tell(IOException why) {
        if (!told) {
            told = true;
            trouble.accept(
                    "What the probes find is not kept, or not all of it: " + why.getMessage());
        }
    }

    /** Writes what is not written yet, and lets another process keep. */
    @Override
    public synchronized void close() {
        closed = true;
        if (lock.isEmpty()) {
            return;
        }
        tracks.values().forEach(it -> write(it.before(Instant.MAX)));
        write(service.before(Instant.MAX));
        FileChannel channel = lock.get().acquiredBy() instanceof FileChannel it ? it : null;
        lock = Optional.empty();
        // The lock goes with its channel.
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // It is only the lock: nothing is lost with it.
            return;
        }
    }
}
