package dev.warroom.policy;

import java.time.Duration;

/**
 * What the figures are measured against.
 *
 * @param uptimePercent more than this
 * @param errorRatePercent less than this
 * @param responseTime less than this
 * @param mttr less than this, from the declaration to the end
 * @param mtbf more than this, from one end to the next declaration
 */
public record MetricTargets(
        double uptimePercent,
        double errorRatePercent,
        Duration responseTime,
        Duration mttr,
        Duration mtbf) {

    public static final MetricTargets USUAL =
            new MetricTargets(
                    99.9,
                    0.1,
                    Duration.ofMillis(500),
                    Duration.ofMinutes(30),
                    Duration.ofHours(720));
}
