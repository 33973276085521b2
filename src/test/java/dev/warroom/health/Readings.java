package dev.warroom.health;

import dev.warroom.room.Reading;
import dev.warroom.testing.Await;

import java.util.ArrayList;
import java.util.List;
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
        Await.until(
                "reading %d of %s".formatted(count, probe),
                () -> of(probe).size() >= count,
                () -> "there are " + of(probe));
        return of(probe).get(count - 1);
    }
}
