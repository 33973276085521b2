package dev.warroom.room;

import dev.warroom.incident.Attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What the logs said in the minute before a run and in the minute after it: did it help? */
public final class Aftermath {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private Aftermath() {}

    /** In words; empty while too little is known, and where no logs are counted. */
    public static Optional<String> words(Room room, Attempt attempt) {
        LogTally tally = room.logs().tally();
        if (attempt.took().isEmpty() || tally.spans().isEmpty()) {
            return Optional.empty();
        }
        long start = attempt.startedAt().toEpochMilli();
        long end = start + attempt.took().get().toMillis();
        long known = Math.min(MINUTE, tally.end() - end);
        boolean old = end < tally.end() - tally.spans().size() * LogTally.SPAN_MILLIS;
        if (known < LogTally.SPAN_MILLIS || old) {
            return Optional.empty();
        }
        LogTally.Span before = tally.sum(start - MINUTE, start);
        LogTally.Span after = tally.sum(end, end + MINUTE);
        long newBefore = count(tally, Long.MIN_VALUE, start);
        long newAfter = count(tally, end, Long.MAX_VALUE);
        return Optional.of(
                String.format(
                        Locale.ROOT,
                        "errors/min %,d, then %,d; new patterns %,d, then %,d",
                        before.errors(),
                        after.errors() * MINUTE / known,
                        newBefore,
                        newAfter));
    }

    private static long count(LogTally tally, long from, long to) {
        return tally.patterns().stream()
                .filter(it -> it.news() && it.first() >= from && it.first() < to)
                .count();
    }

    /** A minute after a run has ended, what it changed is said. */
    static Room told(Room before, Room room) {
        if (room.notice().tone() == Notice.Tone.BAD) {
            return room;
        }
        Optional<Attempt> newest = room.incident().newest().filter(it -> it.took().isPresent());
        if (newest.isEmpty()) {
            return room;
        }
        Instant due =
                newest.get()
                        .startedAt()
                        .plus(newest.get().took().get())
                        .plusMillis(MINUTE + LogTally.SPAN_MILLIS);
        boolean now = before.now().isBefore(due) && !room.now().isBefore(due);
        return now
                ? words(room, newest.get())
                        .map(
                                it ->
                                        room.with(
                                                Notice.plain(
                                                        RunTitle.of(room, newest.get().run())
                                                                + ": "
                                                                + it)))
                        .orElse(room)
                : room;
    }
}
