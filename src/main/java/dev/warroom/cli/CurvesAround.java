package dev.warroom.cli;

import dev.warroom.figures.Curve;
import dev.warroom.figures.Period;
import dev.warroom.health.HistoryFolder;
import dev.warroom.history.History;
import dev.warroom.history.Slot;
import dev.warroom.incident.Incident;
import dev.warroom.policy.Policy;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How the service did around an incident, from what was kept of its probes. */
final class CurvesAround {

    /** How much is shown before it and after it. */
    private static final Duration MARGIN = Duration.ofMinutes(30);

    private static final Duration MOST_BY_THE_MINUTE = Duration.ofDays(2);

    private CurvesAround() {}

    /** None where nothing was kept, or can be read: the record stands without it. */
    static List<Curve> of(Path state, Incident incident, Policy policy, Instant now) {
        if (incident.beganAt().isEmpty() || incident.workspace().isEmpty()) {
            return List.of();
        }
        Instant from = incident.beganAt().get().minus(MARGIN);
        Instant end = incident.endedAt().orElse(now).plus(MARGIN);
        Instant to = end.isAfter(now) ? now : end;
        if (!from.isBefore(to)) {
            return List.of();
        }
        Period period = new Period(from, to);
        boolean brief = period.length().compareTo(MOST_BY_THE_MINUTE) <= 0;
        try {
            History history =
                    HistoryFolder.of(state, Path.of(incident.workspace()))
                            .read(from, to, brief ? Slot.MINUTE : Slot.HOUR);
            return history.slots().isEmpty() ? List.of() : Curve.of(period, policy, history);
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }
}
