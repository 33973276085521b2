package dev.warroom.health;

import dev.warroom.room.Reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Collects what probes find. */
final class Readings implements Consumer<Reading> {

    private final List<Reading> all = new ArrayList<>();

    @Override
    public synchronized void accept(Reading reading) {
        all.add(reading);
    }

    synchronized List<Reading> of(String probe) {
        return all.stream().filter(reading -> reading.probe().equals(probe)).toList();
    }

    /** Waits for the {@code count}-th reading of {@code probe}. */
    Reading await(String probe, int count) {
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (of(probe).size() < count) {
            if (System.nanoTime() > limit) {
                throw new AssertionError("only " + of(probe) + " of " + probe);
            }
            LockSupport.parkNanos(2_000_000);
        }
        return of(probe).get(count - 1);
    }
}
