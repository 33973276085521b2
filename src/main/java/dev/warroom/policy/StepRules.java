package dev.warroom.policy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How steps run.
 *
 * @param timeout after which a step is ended that does not say itself how long it may take; empty
 *     where it may take as long as it likes
 * @param approvals the escalation level that must agree to what a danger's kind names, from 1, by
 *     kind
 * @param connectsEarly whether hosts are connected to while it is read what will run on them, and
 *     not only when it runs
 */
public record StepRules(
        Optional<Duration> timeout, Map<String, Integer> approvals, boolean connectsEarly) {

    /** What holds where {@code warroom.yaml} says nothing. */
    public static final StepRules USUAL = new StepRules(Optional.empty(), Map.of(), true);

    public StepRules {
        approvals = Map.copyOf(approvals);
    }
}
