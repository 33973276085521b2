package dev.warroom.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the figures are measured against.
 *
 * @param uptimePercent more than this
 * @param errorRatePercent less than this
 * @param responseTime less than this
 * @param mttr less than this, from the declaration to the end
 * @param mtbf more than this, from one end to the next declaration
 * @param probes those that say whether the service is up; see {@link Policy#serviceProbes}
 * @param errors the probe whose figure, in percent, is the error rate
 */
public record MetricTargets(
        double uptimePercent,
        double errorRatePercent,
        Duration responseTime,
        Duration mttr,
        Duration mtbf,
        List<String> probes,
        Optional<String> errors) {

    public static final MetricTargets USUAL =
            new MetricTargets(
                    99.9,
                    0.1,
                    Duration.ofMillis(500),
                    Duration.ofMinutes(30),
                    Duration.ofHours(720),
                    List.of(),
                    Optional.empty());

    public MetricTargets {
        probes = List.copyOf(probes);
    }
}
