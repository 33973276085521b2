package dev.warroom.report;

import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.StatusUpdated;
import dev.warroom.policy.Policy.Response;

import java.time.Duration;
import java.time.Instant;

/** Whether an incident kept to what its severity asks for. */
final class Targets {

    private Targets() {}

    /** Such as {@code after 48 s; target within 15 min: met}. */
    static String acknowledgement(Incident incident, Response response, Instant now) {
        Instant began = incident.beganAt().orElse(now);
        Duration within = response.acknowledgeWithin();
        String target = "target within " + DurationWords.of(within) + ": ";
        if (incident.acknowledgedAt().isPresent()) {
            Duration after = Duration.between(began, incident.acknowledgedAt().get());
            return "after " + DurationWords.of(after) + "; " + target + met(after, within);
        }
        boolean open = incident.open() && incident.elapsed(now).compareTo(within) <= 0;
        return open ? "not yet; " + target + "open" : "never; " + target + "missed";
    }

    /** Such as {@code 3, at most 16 min apart; target every 15 min: missed}. */
    static String updates(Incident incident, Response response, Instant now) {
        Instant last = incident.beganAt().orElse(now);
        Duration longest = Duration.ZERO;
        int count = 0;
        for (Fact fact : incident.facts()) {
            if (fact.event() instanceof StatusUpdated) {
                Instant at = incident.at(fact);
                longest = longer(longest, Duration.between(last, at));
                last = at;
                count++;
            }
        }
        longest = longer(longest, Duration.between(last, incident.endedAt().orElse(now)));
        String found =
                count == 0
                        ? "none in " + DurationWords.of(longest)
                        : count + ", at most " + DurationWords.of(longest) + " apart";
        Duration silence = longest;
        return response.updateEvery()
                .map(
                        every ->
                                found
                                        + "; target every "
                                        + DurationWords.of(every)
                                        + ": "
                                        + met(silence, every))
                .orElse(found + "; no target");
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static String met(Duration taken, Duration allowed) {
        return taken.compareTo(allowed) <= 0 ? "met" : "missed";
    }
}
