package dev.warroom.room;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.util.Optional;

/**
 * Where steps are about to run.
 *
 * @param starting the runs whose start is not on disk yet, by run id
 * @param chosen where the operator wants steps to run that name no target themselves
 * @param picked where the operator wants one step to run, by the step's id
 */
public record Launches(
        PMap<String, Launch> starting, Optional<String> chosen, PMap<String, String> picked) {

    static final Launches NONE =
            new Launches(HashTreePMap.empty(), Optional.empty(), HashTreePMap.empty());

    Launches plus(String run, Launch launch) {
        return new Launches(starting.plus(run, launch), chosen, picked);
    }

    Launches minus(String run) {
        return new Launches(starting.minus(run), chosen, picked);
    }

    Launches choosing(Optional<String> target) {
        return new Launches(starting, target, picked);
    }

    Launches picking(String step, String target) {
        return new Launches(starting, chosen, picked.plus(step, target));
    }
}
