package dev.warroom.room;

import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.layout.Pane;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finding lines in the log pane, and what is done with the one that was found. */
final class Seeking {

    /** Typed for the incident's start. */
    private static final String START = "start";

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private Seeking() {}

    /** Looks for {@code words} upwards from what is shown; again for the last ones where empty. */
    static Next search(Room room, String words) {
        if (words.isEmpty()) {
            return match(room, false);
        }
        try {
            return match(room.with(room.logs().seeking(LogFilter.of(words))), false);
        } catch (LogFilter.Unusable e) {
            return Next.of(room.with(Notice.bad(e.getMessage())));
        }
    }

    /** To the next line that was searched for. */
    static Next match(Room room, boolean newer) {
        Optional<LogFilter> sought = room.logs().sought();
        if (sought.isEmpty()) {
            return Next.of(room.with(Notice.plain("Nothing was searched for yet: / searches.")));
        }
        LogFilter.Patience patience = new LogFilter.Patience(Logs.LIMIT);
        return jump(
                room,
                newer,
                line -> sought.get().lets(line, patience),
                new LogSought.Words(sought.get()));
    }

    /** To the next line that begins an event of this level, or a graver one. */
    static Next level(Room room, boolean newer, LogLevel least) {
        return jump(
                room,
                newer,
                line -> line.level().compareTo(least) >= 0 && !line.continues(),
                new LogSought.Level(least));
    }

    private static Next jump(Room room, boolean newer, Logs.Choice choice, LogSought what) {
        try {
            Optional<Logs> found = room.logs().jumped(newer, choice, LookingBack.rows(room));
            return found.isPresent()
                    ? Next.of(room.with(found.get()))
                    : LookingBack.search(room, newer, what);
        } catch (LogFilter.Unusable e) {
            return Next.of(room.with(Notice.bad(e.getMessage())));
        }
    }

    /**
     * To the first line of a time.
     *
     * @param text such as {@code 14:05} or {@code 14:05:30}, of the last 24 hours; {@code start}
     *     for the incident's
     */
    static Next at(Room room, String text) {
        boolean start = text.equals(START);
        if (start && room.incident().facts().isEmpty()) {
            return Next.of(room.with(Notice.bad("No incident has begun: write :at 14:05.")));
        }
        try {
            return at(room, start ? room.incident().facts().getFirst().at() : time(room, text));
        } catch (DateTimeParseException e) {
            return Next.of(
                    room.with(
                            Notice.bad(
                                    "\""
                                            + text
                                            + "\" is not a time: write :at 14:05, 14:05:30, or"
                                            + " start for the incident's.")));
        }
    }

    private static Instant time(Room room, String text) {
        ZonedDateTime now = room.now().atZone(ZoneId.systemDefault());
        ZonedDateTime today = now.with(LocalTime.parse(text));
        return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
    }

    private static Next at(Room room, Instant time) {
        try {
            long millis = time.toEpochMilli();
            Logs logs = room.logs().past().stretch().isPresent() ? room.logs().live() : room.logs();
            boolean within =
                    logs.shown().all().stream()
                            .filter(line -> line.at() != LogLine.UNTIMED)
                            .findFirst()
                            .map(line -> line.at() < millis)
                            .orElse(false);
            Optional<Logs> found =
                    logs.jumpedToFirst(line -> line.at() >= millis, LookingBack.rows(room));
            if (!within && LookingBack.further(logs)) {
                return LookingBack.search(room.with(logs), false, new LogSought.Time(millis));
            }
            return Next.of(
                    found.map(room::with)
                            .orElseGet(
                                    () ->
                                            room.with(
                                                    Notice.plain(
                                                            "No line of "
                                                                    + SECONDS.format(time)
                                                                    + " or later."))));
        } catch (LogFilter.Unusable e) {
            throw new IllegalStateException("no expression, and yet it failed", e);
        }
    }

    /** Whether Enter looks at one line of the logs alone. */
    static boolean onLogs(Room room) {
        return room.screen().focus() == Pane.LOGS && !room.screen().outputHasKeys();
    }

    /** The event that is meant, whole, with its JSON laid out. */
    static Next detail(Room room) {
        List<LogLine> event = room.logs().event();
        LogLine first = event.getFirst();
        List<Notice> lines = new ArrayList<>();
        for (LogLine line : event) {
            lines.add(Notice.plain(line.text()));
        }
        JsonLayout.of(first.text())
                .ifPresent(
                        laid -> {
                            lines.add(Notice.plain(""));
                            laid.forEach(line -> lines.add(Notice.plain(line)));
                        });
        return Next.of(room.asking(new Question.Reading(LogPin.of(first).place(), lines, 0)));
    }

    /** Puts the line that is meant on the timeline, with where it stands and a hash of its text. */
    static Next pin(Room room) {
        LogPin pin = LogPin.of(room.logs().meant().orElseThrow());
        return Next.of(room, new Effect.Record(new NoteAdded(pin.words())));
    }

    /** Back to a line that was pinned: among those that are held, or else in its file. */
    static Next pinned(Room room, LogPin pin) {
        Room there = room.with(room.screen().focused(Pane.LOGS));
        try {
            Optional<Logs> held = room.logs().jumpedToFirst(pin::is, LookingBack.rows(there));
            return held.isPresent()
                    ? Next.of(there.with(held.get()))
                    : LookingBack.at(there, new LogPlace(pin.source(), pin.offset()));
        } catch (LogFilter.Unusable e) {
            return Next.of(room.with(Notice.bad(e.getMessage())));
        }
    }
}
