package dev.warroom.view;

import dev.warroom.history.History;
import dev.warroom.history.Slot;
import dev.warroom.history.Spread;
import dev.warroom.history.Tally;
import dev.warroom.incident.DurationWords;
import dev.warroom.policy.Probe;
import dev.warroom.room.Past;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How one probe did in the days before, over all sittings. */
record PastPainter(Past past, Probe probe, Instant now) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    /** In words, how the last day, and where there is more the last week, went. */
    record Stretch(String name, String words) {}

    List<Stretch> stretches() {
        Optional<Stretch> day = stretch("24 hours", DAY);
        Optional<Stretch> week = stretch("7 days", WEEK);
        boolean more =
                past.hours().of(probe.name()).stream()
                        .anyMatch(it -> it.from().isBefore(now.minus(DAY)));
        return Stream.concat(day.stream(), week.filter(it -> more).stream()).toList();
    }

    private Optional<Stretch> stretch(String name, Duration length) {
        Instant from = now.minus(length);
        History in = past.hours().between(from, now.plus(Slot.HOUR));
        return in.whole(probe.name())
                .filter(it -> it.time().whole() > 0)
                .map(it -> new Stretch(name, words(it, length)));
    }

    private static String words(Slot whole, Duration length) {
        Tally time = whole.time();
        long watched = Math.min(100, Math.round(time.whole() * 100.0 / length.toMillis()));
        StringBuilder words = new StringBuilder();
        long known = time.ok() + time.warning() + time.critical();
        if (known > 0) {
            words.append(share(known - time.critical(), known)).append(" up");
        } else {
            words.append(time.unknown() > 0 ? "unknown" : "silent").append(" all the time");
        }
        words.append(" (").append(watched).append(" % watched)");
        if (time.critical() > 0) {
            words.append(", critical for ")
                    .append(DurationWords.of(Duration.ofMillis(time.critical())));
        }
        Spread took = whole.took();
        if (took.many() > 0) {
            words.append(" · answered within ")
                    .append(DurationWords.of(took.within(0.5)))
                    .append(" (half), ")
                    .append(DurationWords.of(took.within(0.95)))
                    .append(" (95 %)");
        }
        return words.toString();
    }

    /** Down, so that what is not whole never reads 100 %. */
    private static String share(long part, long whole) {
        double percent = Math.floor(part * 10_000.0 / whole) / 100;
        return percent == 100 ? "100 %" : String.format(Locale.ROOT, "%.2f %%", percent);
    }

    /** Draws the newest hours, a cell each: the worst there was in it. */
    void strip(Canvas inside, int row, int from, int columns) {
        List<Slot> slots = past.hours().of(probe.name());
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        for (int back = 0; back < columns; back++) {
            Instant at = hour.minus(Slot.HOUR.multipliedBy(back));
            Tally time =
                    slots.stream()
                            .filter(it -> it.from().equals(at))
                            .findAny()
                            .map(Slot::time)
                            .orElse(Tally.NONE);
            int column = from + columns - 1 - back;
            String cell = time.critical() > 0 ? "█" : bad(time) ? "▄" : "▁";
            Style style = time.critical() > 0 ? Style.BAD : bad(time) ? Style.WARNING : Style.GOOD;
            if (time.whole() == 0) {
                inside.put(column, row, "·", Style.MUTED, column + 1);
            } else {
                inside.put(
                        column, row, cell, time.counted() == 0 ? Style.MUTED : style, column + 1);
            }
        }
    }

    /** How many hours back there is something to show, and at least a day. */
    int hours() {
        return past.hours().of(probe.name()).stream()
                .findFirst()
                .map(it -> Math.clamp(Duration.between(it.from(), now).toHours() + 1, 24, 168))
                .orElse(0);
    }

    private static boolean bad(Tally time) {
        return time.warning() > 0 || time.unknown() > 0;
    }
}
