package dev.warroom.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs that have ended and may have left something running. To look for that costs a look at every
 * process of the place, so it is done for all of them together, when none has ended there for a
 * while; and where a step goes through many hosts, behind all of them.
 */
final class Outliving {

    /** For how long usually none has ended where it is looked. */
    static final Duration USUAL_QUIET = Duration.ofSeconds(1);

    /** Where runs end all the time, it is looked all the same after so many times that. */
    private static final int MOST_WAITS = 20;

    /** More have hardly ended between two quiet seconds; the oldest are not looked for. */
    private static final int MOST = 100;

    private final Duration quiet;
    private final Map<Place, List<String>> ended = new HashMap<>();
    private final Set<Place> waiting = new HashSet<>();
    private long last;

    /**
     * @param quiet for how long none must have ended where it is looked
     */
    Outliving(Duration quiet) {
        this.quiet = quiet;
    }

    /**
     * A run has ended.
     *
     * @return whether somebody must wait for a quiet moment at {@code place}; nobody does yet
     */
    synchronized boolean ended(Place place, String run) {
        List<String> runs = ended.computeIfAbsent(place, it -> new ArrayList<>());
        runs.add(run);
        if (runs.size() > MOST) {
            runs.removeFirst();
        }
        last = System.nanoTime();
        return waiting.add(place);
    }

    /** Waits for a quiet moment; the runs to look for then. */
    List<String> whenQuiet(Place place) throws InterruptedException {
        int waits = 0;
        do {
            Thread.sleep(quiet);
            waits++;
        } while (waits < MOST_WAITS && !quiet());
        synchronized (this) {
            waiting.remove(place);
            return ended.remove(place);
        }
    }

    private synchronized boolean quiet() {
        return System.nanoTime() - last >= quiet.toNanos();
    }
}
