package dev.warroom.room;

import dev.warroom.incident.IncidentEvent.StepStarted;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rooms on other machines that have the same incident.
 *
 * @param mark what the runs that begin in this room end with; empty where the incident is not
 *     shared
 * @param waiting facts that were recorded here and are not shared yet
 * @param since when the oldest of them was recorded
 * @param trouble why nothing can be shared at the moment; empty where all is well
 * @param elsewhere who has it open on other machines, a room a name
 * @param unclaimed starts of steps that the room's server did not confirm, oldest first
 * @param wanted outputs that others have asked for and that are being read from their files
 */
public record Together(
        String mark,
        int waiting,
        Optional<Instant> since,
        String trouble,
        List<Unclaimed> unclaimed,
        List<Elsewhere> elsewhere,
        List<Wanted> wanted) {

    /** The incident is this machine's alone. */
    public static final Together NONE =
            new Together("", 0, Optional.empty(), "", List.of(), List.of(), List.of());

    private static final char MARK = '.';

    /**
     * A start that waits for the operator's word.
     *
     * @param why it was not confirmed
     */
    public record Unclaimed(StepStarted start, String why) {}

    public Together {
        unclaimed = List.copyOf(unclaimed);
        elsewhere = List.copyOf(elsewhere);
        wanted = List.copyOf(wanted);
    }

    /** Shared, and nothing is known of the others yet. */
    public static Together as(String mark) {
        return new Together(mark, 0, Optional.empty(), "", List.of(), List.of(), List.of());
    }

    /** Whether other machines may have the incident as well. */
    public boolean shared() {
        return !mark.isEmpty();
    }

    public Together standing(int facts, Optional<Instant> oldest, String why) {
        return new Together(mark, facts, oldest, why, unclaimed, elsewhere, wanted);
    }

    Together with(List<Elsewhere> others) {
        return new Together(mark, waiting, since, trouble, unclaimed, others, wanted);
    }

    Together plus(Unclaimed one) {
        List<Unclaimed> all = new ArrayList<>(unclaimed);
        all.add(one);
        return new Together(mark, waiting, since, trouble, all, elsewhere, wanted);
    }

    Together minus(String run) {
        return new Together(
                mark,
                waiting,
                since,
                trouble,
                unclaimed.stream().filter(it -> !it.start().run().equals(run)).toList(),
                elsewhere,
                wanted);
    }

    /** Somebody waits for an output. */
    Together plus(Wanted one) {
        List<Wanted> all = new ArrayList<>(wanted);
        all.add(one);
        return new Together(mark, waiting, since, trouble, unclaimed, elsewhere, all);
    }

    /** Nobody waits for the output of {@code run} any more. */
    Together without(String run) {
        List<Wanted> others = wanted.stream().filter(it -> !it.run().equals(run)).toList();
        return new Together(mark, waiting, since, trouble, unclaimed, elsewhere, others);
    }

    /** A run's name, such that no other machine has the same. */
    public String named(String run) {
        return shared() ? run + MARK + mark : run;
    }

    /** Whether a run was begun on this machine, so that it can be followed, read and stopped. */
    public boolean near(String run) {
        int at = run.indexOf(MARK);
        return at < 0 || run.substring(at + 1).equals(mark);
    }
}
