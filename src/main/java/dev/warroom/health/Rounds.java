package dev.warroom.health;

import dev.warroom.policy.Probe;
import dev.warroom.room.Reading;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;

/** Looks at all probes when it is asked to, each on a thread of its own. */
public final class Rounds {

    private final List<Look> looks;
    private final Places places = new Places();

    public Rounds(List<Probe> probes, Surroundings with) {
        ExecutorService threads = Beside.threads();
        looks = probes.stream().map(it -> new Look(it, with, threads)).toList();
    }

    /**
     * Looks at each probe once.
     *
     * @return as they came, so that a probe which others stand on may come after those
     */
    public List<Reading> look() throws InterruptedException {
        BlockingQueue<Reading> found = new ArrayBlockingQueue<>(Math.max(1, looks.size()));
        List<Thread> threads =
                looks.stream()
                        .map(it -> Thread.ofVirtual().name("look").start(() -> add(it, found)))
                        .toList();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } finally {
            threads.forEach(Thread::interrupt);
        }
        return List.copyOf(found);
    }

    private void add(Look look, BlockingQueue<Reading> found) {
        try {
            found.add(places.taking(look::look));
        } catch (InterruptedException e) {
            // Nobody waits for it any more.
            Thread.currentThread().interrupt();
        }
    }
}
