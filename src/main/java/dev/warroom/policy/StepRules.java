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
 */
public record StepRules(Optional<Duration> timeout, Map<String, Integer> approvals) {

    /** What holds where {@code warroom.yaml} says nothing. */
    public static final StepRules USUAL = new StepRules(Optional.empty(), Map.of());

    public StepRules {
        approvals = Map.copyOf(approvals);
    }
}
