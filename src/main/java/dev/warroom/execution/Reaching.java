package dev.warroom.execution;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * Opens the ways to places where something is about to run, while a person reads what: to connect
 * is most of what a first step takes. Whoever turns to other places within a moment has not stayed
 * at these, and nobody connects to them.
 */
final class Reaching {

    /** Who looks through targets stays at each for less. */
    static final Duration MOMENT = Duration.ofMillis(400);

    private final Posts posts;
    private final Duration moment;
    private final AtomicLong latest = new AtomicLong();

    Reaching(Posts posts, Duration moment) {
        this.posts = posts;
        this.moment = moment;
    }

    /**
     * Begins; does not wait. What was begun before goes no further, whatever comes now.
     *
     * @param places none for nothing but that
     * @param atOnce at most so many connections are being made at a time
     * @param heard told of each place, and why it does not answer; empty where it does
     */
    void begin(List<Place> places, int atOnce, BiConsumer<Place, String> heard) {
        long mine = latest.incrementAndGet();
        Set<Place> each = new LinkedHashSet<>(places);
        Thread.ofVirtual().name("reaching").start(() -> reach(mine, each, atOnce, heard));
    }

    private void reach(long mine, Set<Place> places, int atOnce, BiConsumer<Place, String> heard) {
        Semaphore free = new Semaphore(atOnce);
        try {
            Thread.sleep(moment);
            for (Place place : places) {
                free.acquire();
                if (mine != latest.get()) {
                    return;
                }
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        posts.openAhead(place);
                                        heard.accept(place, "");
                                    } catch (UnreachableException e) {
                                        heard.accept(place, e.getMessage());
                                    } finally {
                                        free.release();
                                    }
                                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
