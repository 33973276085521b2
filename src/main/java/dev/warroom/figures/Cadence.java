package dev.warroom.figures;

import dev.warroom.incident.CommandEvent.Reopened;
import dev.warroom.incident.CommandEvent.SeverityChanged;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.IncidentEvent.StatusUpdated;
import dev.warroom.policy.Policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether an incident's updates came as often as its severity asks for. The clock begins with the
 * declaration, with each update, with a change of severity and with a reopening, and stands while
 * the incident is resolved.
 *
 * @param asked whether any updates were asked for
 * @param kept whether no silence was longer than was allowed at the time
 * @param longest silence of those that had a limit
 */
record Cadence(boolean asked, boolean kept, Duration longest) {

    /**
     * @param now where an open incident is looked at
     */
    static Cadence of(Incident incident, Policy policy, Instant now) {
        Cadence cadence = new Cadence(false, true, Duration.ZERO);
        Optional<Duration> every = Optional.empty();
        Optional<Instant> since = Optional.empty();
        for (Fact fact : incident.facts()) {
            Instant when = incident.at(fact);
            if (!when.isBefore(now)) {
                break;
            }
            Optional<Instant> at = Optional.of(when);
            switch (fact.event()) {
                case Declared event -> {
                    every = policy.response(event.severity()).updateEvery();
                    since = at;
                }
                case SeverityChanged event -> {
                    cadence = cadence.after(every, since, when);
                    every = policy.response(event.to()).updateEvery();
                    since = since.isPresent() ? at : since;
                }
                case StatusUpdated event -> {
                    cadence = cadence.after(every, since, when);
                    since = since.isPresent() ? at : since;
                }
                case Resolved event -> {
                    cadence = cadence.after(every, since, when);
                    since = Optional.empty();
                }
                case Reopened event -> since = at;
                default -> {}
            }
        }
        return cadence.after(every, since, now);
    }

    /**
     * @param since empty while no clock runs
     */
    private Cadence after(Optional<Duration> every, Optional<Instant> since, Instant until) {
        if (every.isEmpty() || since.isEmpty()) {
            return this;
        }
        Duration silence = Duration.between(since.get(), until);
        return new Cadence(
                true,
                kept && silence.compareTo(every.get()) <= 0,
                silence.compareTo(longest) > 0 ? silence : longest);
    }
}
