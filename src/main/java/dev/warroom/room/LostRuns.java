package dev.warroom.room;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The runs of which nothing is known at the moment, because where they are does not answer.
 *
 * @param byRun by run id
 */
public record LostRuns(PMap<String, Lost> byRun) {

    static final LostRuns NONE = new LostRuns(HashTreePMap.empty());

    /**
     * @param since when it was noticed
     * @param why in words
     */
    public record Lost(Instant since, String why) {

        /** "outcome unknown since 14:31: it does not answer". */
        public String words(ZoneId zone) {
            return "outcome unknown since " + TimeOfDay.minute(since, zone) + ": " + why;
        }
    }

    public Optional<Lost> of(String run) {
        return Optional.ofNullable(byRun.get(run));
    }

    LostRuns plus(String run, Instant since, String why) {
        Instant first = of(run).map(Lost::since).orElse(since);
        return new LostRuns(byRun.plus(run, new Lost(first, why)));
    }

    LostRuns minus(String run) {
        return new LostRuns(byRun.minus(run));
    }
}
