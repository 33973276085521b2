package dev.warroom.room;

import dev.warroom.incident.DurationWords;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.policy.Probe;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code :silence PROBE 30m}: nothing more of a probe for a while. */
final class Silencing {

    private static final Duration MOST = Duration.ofDays(7);
    private static final Pattern FORM = Pattern.compile("(.+?)\\s+(?:(\\d{1,5})(m|h|d)|(off))");

    private Silencing() {}

    static Next ask(Room room, String rest) {
        HealthBoard board = room.health();
        Matcher parts = FORM.matcher(rest);
        boolean whole = parts.matches();
        String name = whole ? parts.group(1) : rest;
        if (board.probe(name).isEmpty() && !(name.equals("all") && !board.probes().isEmpty())) {
            String names =
                    board.probes().stream().map(Probe::name).collect(Collectors.joining(", "));
            return said(room, "There is no probe \"" + name + "\". Probes: " + names);
        }
        if (!whole) {
            return said(room, "Say for how long, such as: silence " + name + " 30m (or off)");
        }
        Duration time = parts.group(4) == null ? length(parts) : Duration.ZERO;
        if (time.compareTo(MOST) > 0) {
            return said(room, "Nothing is silenced for longer than 7d.");
        }
        for (Probe probe : board.probes()) {
            if (name.equals("all") || name.equals(probe.name())) {
                board = board.silenced(probe.name(), room.now().plus(time));
            }
        }
        String words =
                time.isZero()
                        ? name + " is not silenced any more"
                        : "silenced " + name + " for " + DurationWords.of(time);
        Room next = room.with(board).with(Notice.good(words + "."));
        Optional<Effect> note =
                room.incident().open()
                        ? Optional.of(new Effect.Record(new NoteAdded(words)))
                        : Optional.empty();
        return note.map(it -> Next.of(next, it)).orElseGet(() -> Next.of(next));
    }

    private static Duration length(Matcher parts) {
        long number = Long.parseLong(parts.group(2));
        return switch (parts.group(3)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static Next said(Room room, String words) {
        return Next.of(room.with(Notice.bad(words)));
    }
}
