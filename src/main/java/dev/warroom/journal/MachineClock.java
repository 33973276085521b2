package dev.warroom.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * When a machine was started, by its own clock: the time that it shows, less the time that the
 * machine has been up, which nobody can set and which goes on while it sleeps. It changes exactly
 * where the clock is set.
 */
@FunctionalInterface
public interface MachineClock {

    /** A machine that does not tell how long it has been up. */
    MachineClock UNTOLD = Optional::empty;

    /** Empty where the machine does not tell. */
    Optional<Started> started();

    /**
     * When a machine was started, by its clock at some time; as exactly as it could be read.
     *
     * @param boot tells this start from all others, of any machine
     */
    record Started(String boot, Instant earliest, Instant latest) {

        /**
         * How much later it was than {@code before}, from the middle of one reading to that of the
         * other: zero where it may have been the same.
         */
        Duration since(Started before) {
            boolean differs = earliest.isAfter(before.latest) || latest.isBefore(before.earliest);
            return differs ? Duration.between(before.middle(), middle()) : Duration.ZERO;
        }

        private Instant middle() {
            return earliest.plus(Duration.between(earliest, latest).dividedBy(2));
        }
    }

    /**
     * As Linux tells it: {@code /proc/uptime} counts the time in which the machine sleeps, too.
     *
     * @param clock the machine's
     */
    static MachineClock linux(InstantSource clock) {
        Path boot = Path.of("/proc/sys/kernel/random/boot_id");
        Path up = Path.of("/proc/uptime");
        return () -> {
            try {
                String id = Files.readString(boot).strip();
                // Whoever is kept waiting between these three learns the time less exactly.
                Instant before = clock.instant();
                String[] seconds = Files.readString(up).split(" ", 2);
                Instant after = clock.instant();
                Duration length =
                        Duration.ofMillis((long) (Double.parseDouble(seconds[0]) * 1_000));
                return Optional.of(new Started(id, before.minus(length), after.minus(length)));
            } catch (IOException | NumberFormatException e) {
                // Another system.
                return Optional.empty();
            }
        };
    }
}
