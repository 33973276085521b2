package dev.warroom.view;

import dev.warroom.policy.Probe;
import dev.warroom.room.HealthBoard;
import dev.warroom.room.ProbeHistory;
import dev.warroom.room.Reading;
import dev.warroom.room.Reading.Health;
import dev.warroom.room.Standing;
import dev.warroom.room.TimeOfDay;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a probe looks: never by its colour only.
 *
 * @param note why it counts for less than it says, or is not certain yet; may be empty
 */
record ProbeLook(String symbol, Style style, String note) {

    static ProbeLook of(HealthBoard board, Probe probe, Instant now, ZoneId zone) {
        Optional<ProbeHistory> history = board.history(probe);
        if (history.isEmpty()) {
            return new ProbeLook("·", Style.MUTED, "asking");
        }
        Standing standing = history.get().standing();
        if (board.quiet(probe, now)) {
            String until =
                    board.quiet()
                            .silencedUntil(probe, now)
                            .map(it -> "silenced until " + minute(it, zone))
                            .or(
                                    () ->
                                            board.quiet()
                                                    .maintainedUntil(probe, now)
                                                    .map(
                                                            it ->
                                                                    "maintenance until "
                                                                            + minute(it, zone)))
                            .orElse("quiet hours");
            return new ProbeLook(symbol(standing.seen()), Style.MUTED, until);
        }
        if (board.stale(probe, now)) {
            String age = Times.age(Duration.between(history.get().last().at(), now));
            return new ProbeLook("?", Style.WARNING, "stale " + age);
        }
        Optional<String> behind = board.behind(probe);
        if (behind.isPresent() && standing.seen() != Health.OK) {
            return new ProbeLook("↳", Style.MUTED, "behind " + behind.get());
        }
        if (standing.flapping()) {
            return new ProbeLook("≈", Style.WARNING, "flapping");
        }
        String note =
                standing.soft() && standing.seen() != Health.OK && standing.inARow() > 0
                        ? "look " + standing.inARow() + " of " + (probe.patience().retries() + 1)
                        : "";
        return new ProbeLook(symbol(standing.seen()), style(standing.seen()), note);
    }

    private static String minute(Instant at, ZoneId zone) {
        return TimeOfDay.minute(at, zone);
    }

    static String symbol(Health health) {
        return switch (health) {
            case OK -> "✓";
            case WARNING -> "!";
            case CRITICAL -> "✗";
            case UNKNOWN -> "?";
        };
    }

    static Style style(Health health) {
        return switch (health) {
            case OK -> Style.GOOD;
            case WARNING, UNKNOWN -> Style.WARNING;
            case CRITICAL -> Style.BAD;
        };
    }

    /** What plugins put before their words is what the symbol says already. */
    static String detail(Reading reading) {
        String state = reading.health().name();
        String detail = reading.detail();
        String brief =
                detail.startsWith(state)
                        ? detail.substring(state.length()).replaceFirst("^[ :-]+", "")
                        : detail;
        return brief.isEmpty() ? reading.health().word() : brief;
    }
}
