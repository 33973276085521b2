package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Facts;
import dev.warroom.incident.IncidentEvent.ClockChanged;
import dev.warroom.journal.MachineClock.Started;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Notices that this machine's clock was set while an incident goes on. What the clock was like is
 * kept beside the journal, in {@code INC-7.clock}, so that it is noticed too where nobody had the
 * incident open meanwhile; after a new start of the machine, only where facts would lie in the
 * future.
 */
public final class ClockWatch {

    /** What differs by less is no change: clocks are read one after the other. */
    private static final Duration LEAST = Duration.ofSeconds(2);

    private static final int LONGEST = 256;

    private final MachineClock machine;
    private final String host;
    private final Path file;
    private Optional<Started> known;
    private Optional<ClockChanged> meanwhile;

    private ClockWatch(
            MachineClock machine,
            String host,
            Path file,
            Optional<Started> known,
            Optional<ClockChanged> meanwhile) {
        this.machine = machine;
        this.host = host;
        this.file = file;
        this.known = known;
        this.meanwhile = meanwhile;
    }

    /**
     * Begins to watch.
     *
     * @param host this machine, as facts name it
     * @param facts all of the incident
     */
    public static ClockWatch begin(
            Path state,
            String incident,
            String host,
            MachineClock machine,
            Facts facts,
            Instant now) {
        Path file = StateFolder.at(state).beside(incident, ".clock");
        Optional<Started> started = machine.started();
        Optional<Started> before =
                read(file).filter(it -> started.map(Started::boot).equals(Optional.of(it.boot())));
        Optional<ClockChanged> meanwhile =
                before.isPresent() ? Optional.empty() : behind(facts, host, now, started);
        ClockWatch watch = new ClockWatch(machine, host, file, before.or(() -> started), meanwhile);
        if (before.isEmpty()) {
            watch.keep();
        }
        return watch;
    }

    /** At least this much: the newest fact of this machine would else be in the future. */
    private static Optional<ClockChanged> behind(
            Facts facts, String host, Instant now, Optional<Started> started) {
        for (int i = facts.size() - 1; i >= 0; i--) {
            Fact fact = facts.get(i);
            if (fact.host().equals(host)) {
                Duration by = Duration.between(fact.at(), now);
                return by.plus(LEAST).isNegative()
                        ? Optional.of(
                                new ClockChanged(
                                        host, by, started.map(Started::earliest).orElse(now)))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What is to be recorded, where the clock was set; the same until it is {@link #told}. */
    public Optional<ClockChanged> change() {
        if (meanwhile.isPresent() || known.isEmpty()) {
            return meanwhile;
        }
        Optional<Started> now = machine.started();
        return now.map(it -> it.since(known.get()))
                .filter(it -> it.abs().compareTo(LEAST) >= 0)
                .map(it -> new ClockChanged(host, it, now.get().earliest()));
    }

    /** A change is recorded, by this room or another. */
    public void told() {
        meanwhile = Optional.empty();
        known = machine.started();
        keep();
    }

    private void keep() {
        if (known.isEmpty()) {
            return;
        }
        Started it = known.get();
        try {
            StateFolder.write(file, it.boot() + " " + it.earliest() + " " + it.latest() + "\n");
        } catch (IOException e) {
            // Then a change is noticed while somebody has the incident open, which is when it
            // matters most.
            return;
        }
    }

    private static Optional<Started> read(Path file) {
        try (var in = Files.newInputStream(file)) {
            String[] words =
                    new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip().split(" ");
            return words.length == 3
                    ? Optional.of(
                            new Started(words[0], Instant.parse(words[1]), Instant.parse(words[2])))
                    : Optional.empty();
        } catch (IOException | DateTimeException e) {
            // Never written, or cut off by a crash: as if nobody had looked before.
            return Optional.empty();
        }
    }
}
