package dev.warroom.room;

import dev.warroom.incident.Incident;
import dev.warroom.policy.Policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the clocks of an incident say: each counts down from the policy's or the runbook's own
 * number.
 */
public final class Clocks {

    private Clocks() {}

    /**
     * One clock.
     *
     * @param left negative once it has run out
     * @param whole what it counted down from
     */
    public record Clock(String words, Duration left, Duration whole) {

        public boolean over() {
            return left.isNegative();
        }

        /** Whether less than a fifth is left. */
        public boolean soon() {
            return left.multipliedBy(5).compareTo(whole) < 0;
        }
    }

    /** The clocks that run now, the most pressing kind first. */
    public static List<Clock> of(Room room) {
        Incident incident = room.incident();
        List<Clock> clocks = new ArrayList<>();
        if (!incident.open() || incident.severity().isEmpty()) {
            return clocks;
        }
        Instant began = incident.beganAt().orElseThrow();
        Policy.Response response = room.policy().response(incident.severity().get());
        if (incident.acknowledgedAt().isEmpty()) {
            clocks.add(clock("acknowledge", began, response.acknowledgeWithin(), room.now()));
        }
        response.updateEvery()
                .ifPresent(
                        every ->
                                clocks.add(
                                        clock(
                                                "update",
                                                incident.updatedAt().orElse(began),
                                                every,
                                                room.now())));
        room.checklist()
                .section()
                .ifPresent(
                        section ->
                                section.timeBox()
                                        .map(
                                                box ->
                                                        clock(
                                                                section.title(),
                                                                began,
                                                                box.to(),
                                                                room.now()))
                                        .ifPresent(clocks::add));
        return clocks;
    }

    /** How long it took to acknowledge. */
    public static Optional<Duration> acknowledged(Incident incident) {
        return incident.acknowledgedAt()
                .flatMap(at -> incident.beganAt().map(began -> Duration.between(began, at)));
    }

    private static Clock clock(String words, Instant from, Duration whole, Instant now) {
        return new Clock(words, Duration.between(now, from.plus(whole)), whole);
    }
}
