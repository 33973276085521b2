package dev.warroom.room;

import dev.warroom.incident.CommandEvent.KindNoted;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Severity;
import dev.warroom.policy.Maintenance;
import dev.warroom.policy.Probe;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code :maintenance 30m by ROSA swap the disk}: the service is worked on outside of its windows,
 * because an incident is open. Who must have allowed it depends on the severity. The alarms of all
 * probes do not count for that time.
 */
final class EmergencyMaintenance {

    private static final Duration MOST = Duration.ofHours(24);
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,4}\\s?(?:m|min|h))\\s+(?:by\\s+(\\S+)\\s+)?(\\S.*)");

    private EmergencyMaintenance() {}

    static Next ask(Room room, String rest) {
        Optional<Severity> severity = room.incident().severity();
        if (!room.incident().open() || severity.isEmpty()) {
            return said(
                    room,
                    "No incident is open: other work waits for a window (warroom maintenance).");
        }
        if (!room.mode().writes()) {
            return said(room, room.mode().refusal());
        }
        Maintenance maintenance = room.policy().rules().maintenance();
        String who = maintenance.approvals().getOrDefault(severity.get(), "");
        Matcher parts = FORM.matcher(rest);
        Optional<Duration> length =
                parts.matches() ? DurationWords.parse(parts.group(1)) : Optional.empty();
        if (who.isEmpty()) {
            return said(room, maintenance.approval(severity.get()) + " (warroom maintenance).");
        }
        boolean atOnce = who.equals(Maintenance.IMMEDIATE);
        String by = atOnce ? "" : "by NAME ";
        if (length.isEmpty()) {
            return said(
                    room, "Say how long and what: maintenance 30m " + by + "restart the database");
        }
        if (length.get().isZero() || length.get().compareTo(MOST) > 0) {
            return said(room, "Maintenance lasts from 1m to 24h, and not " + parts.group(1) + ".");
        }
        if (!atOnce && parts.group(2) == null) {
            return said(
                    room,
                    maintenance.approval(severity.get())
                            + ". Say who has: maintenance "
                            + parts.group(1)
                            + " by NAME "
                            + parts.group(3));
        }
        return begin(room, length.get(), approved(who, parts.group(2)), parts.group(3).strip());
    }

    private static String approved(String role, String person) {
        return person == null ? "" : ", allowed by " + person + " (" + role + ")";
    }

    private static Next begin(Room room, Duration length, String approved, String what) {
        HealthBoard board = room.health();
        for (Probe probe : board.probes()) {
            board = board.silenced(probe.name(), room.now().plus(length));
        }
        return Next.of(
                room.with(board),
                new Effect.Record(
                        new KindNoted(
                                "maintenance", DurationWords.of(length) + approved + ": " + what)));
    }

    private static Next said(Room room, String words) {
        return Next.of(room.with(Notice.bad(words)));
    }
}
