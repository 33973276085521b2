package dev.warroom.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs that have ended and may have left something running. To look for that costs a look at every
 * process of the place, so it is done for all of them together, when none has ended there for a
 * while.
 */
final class Outliving {

    private static final Duration QUIET = Duration.ofSeconds(1);

    /** More have hardly ended between two quiet seconds; the oldest are not looked for. */
    private static final int MOST = 100;

    private final Map<Place, List<String>> ended = new HashMap<>();

    /**
     * Waits for a quiet moment.
     *
     * @return the runs to look for; none where another one has ended meanwhile, which looks
     */
    List<String> after(Place place, String run) throws InterruptedException {
        synchronized (this) {
            List<String> runs = ended.computeIfAbsent(place, it -> new ArrayList<>());
            runs.add(run);
            if (runs.size() > MOST) {
                runs.removeFirst();
            }
        }
        Thread.sleep(QUIET);
        synchronized (this) {
            List<String> runs = ended.getOrDefault(place, List.of());
            if (runs.isEmpty() || !runs.getLast().equals(run)) {
                return List.of();
            }
            return ended.remove(place);
        }
    }
}
