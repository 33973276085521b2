package dev.warroom.room;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.util.Optional;

/**
 * Where steps are about to run.
 *
 * @param starting the runs whose start is not on disk yet, by run id
 * @param begun the runs that were begun in this room and whose end it has not dealt with yet
 * @param chosen where the operator wants steps to run that name no target themselves
 * @param waves what is left to do of orders for several hosts, by the batch's id
 * @param picked where the operator wants one step to run, by the step's id
 * @param ways to the hosts of the step that was shown last
 */
public record Launches(
        PMap<String, Launch> starting,
        PMap<String, Begun> begun,
        PMap<String, Wave> waves,
        Optional<String> chosen,
        PMap<String, String> picked,
        Ways ways) {

    /**
     * A run that was begun in this room.
     *
     * @param answered whether where it is has answered
     * @param terminal whether it has a terminal on another host
     */
    record Begun(boolean answered, boolean terminal) {}

    static final Launches NONE =
            new Launches(
                    HashTreePMap.empty(),
                    HashTreePMap.empty(),
                    HashTreePMap.empty(),
                    Optional.empty(),
                    HashTreePMap.empty(),
                    Ways.NONE);

    Launches plus(String run, Launch launch) {
        return new Launches(starting.plus(run, launch), begun, waves, chosen, picked, ways);
    }

    Launches minus(String run) {
        return new Launches(starting.minus(run), begun, waves, chosen, picked, ways);
    }

    /**
     * A run's start is on disk, and it begins here.
     *
     * @param elsewhere whether it is on another host, to which the way may be long
     * @param interactive whether it has a terminal
     */
    Launches begins(String run, boolean elsewhere, boolean interactive) {
        Begun now = new Begun(!elsewhere, elsewhere && interactive);
        return new Launches(starting.minus(run), begun.plus(run, now), waves, chosen, picked, ways);
    }

    /** Its host has answered. */
    Launches answered(String run) {
        return connecting(run)
                ? new Launches(
                        starting,
                        begun.plus(run, new Begun(true, begun.get(run).terminal())),
                        waves,
                        chosen,
                        picked,
                        ways)
                : this;
    }

    /** Whether nothing was heard yet from where it is to begin. */
    public boolean connecting(String run) {
        return begun.containsKey(run) && !begun.get(run).answered();
    }

    /** Whether it ends with this room's connection to its host. */
    boolean cutByLeaving(String run) {
        return begun.containsKey(run) && begun.get(run).terminal();
    }

    /** All that its end asks of this room is done. */
    Launches ended(String run) {
        return new Launches(starting, begun.minus(run), waves, chosen, picked, ways);
    }

    Launches with(String batch, Wave wave) {
        return new Launches(starting, begun, waves.plus(batch, wave), chosen, picked, ways);
    }

    Launches without(String batch) {
        return new Launches(starting, begun, waves.minus(batch), chosen, picked, ways);
    }

    /** No host begins any more. */
    Launches stopped() {
        PMap<String, Wave> ending = waves;
        for (String batch : waves.keySet()) {
            ending = ending.plus(batch, waves.get(batch).stopped());
        }
        return new Launches(starting, begun, ending, chosen, picked, ways);
    }

    /** How many hosts have not begun of orders that go on. */
    public int waiting() {
        return waves.values().stream().mapToInt(it -> it.waiting().size()).sum();
    }

    Launches choosing(Optional<String> target) {
        return new Launches(starting, begun, waves, target, picked, ways);
    }

    Launches picking(String step, String target) {
        return new Launches(starting, begun, waves, chosen, picked.plus(step, target), ways);
    }

    Launches with(Ways changed) {
        return new Launches(starting, begun, waves, chosen, picked, changed);
    }
}
