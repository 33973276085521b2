package dev.warroom.room;

import dev.warroom.incident.CommandEvent.DriverAsked;
import dev.warroom.incident.CommandEvent.DriverChanged;
import dev.warroom.incident.CommandEvent.DriverKept;
import dev.warroom.incident.Seat;

import java.util.List;
import java.util.Optional;

/**
 * The driver's seat. Whoever takes it starts the steps from then on, and the others watch; whoever
 * wants it asks, and has it when the driver gives it or does not answer in time.
 */
final class Driving {

    private Driving() {}

    /** What {@code :drive} means, with what stands behind it. */
    static Next command(Room room, String rest) {
        if (!room.mode().writes()) {
            return said(room, room.mode().refusal());
        }
        if (!room.incident().open()) {
            return said(room, "Nothing is open that somebody could drive.");
        }
        return switch (rest) {
            case "" -> take(room);
            case "-" -> leave(room);
            case "give" -> give(room);
            case "keep" -> keep(room);
            default ->
                    said(
                            room,
                            "Write :drive to take or ask for the driver's seat, :drive give or"
                                    + " :drive keep to answer, :drive - to leave it.");
        };
    }

    private static Next take(Room room) {
        Seat seat = seat(room);
        String me = room.person().name();
        if (seat.driver().equals(me)) {
            return said(room, "You drive already. :drive - leaves the seat.");
        }
        if (seat.driver().isEmpty()) {
            return record(room, new DriverChanged(me, "", ""));
        }
        return seat.askedBy(me)
                ? said(room, "You have asked " + seat.driver() + " already.")
                : record(room, new DriverAsked(me, Seat.WITHIN));
    }

    private static Next leave(Room room) {
        String me = room.person().name();
        return seat(room).driver().equals(me)
                ? record(room, new DriverChanged("", me, ""))
                : said(room, "You do not drive.");
    }

    private static Next give(Room room) {
        return answer(room, it -> new DriverChanged(it, room.person().name(), ""));
    }

    private static Next keep(Room room) {
        return answer(room, DriverKept::new);
    }

    private static Next answer(
            Room room,
            java.util.function.Function<String, dev.warroom.incident.CommandEvent> answer) {
        Seat seat = seat(room);
        if (!seat.driver().equals(room.person().name())) {
            return said(room, "You do not drive.");
        }
        return seat.asked()
                .map(it -> record(room, answer.apply(it.person())))
                .orElseGet(() -> said(room, "Nobody asks for the driver's seat."));
    }

    /** Whoever has asked and was not answered takes the seat, in their own room. */
    static Next due(Next next) {
        Room room = next.room();
        Seat seat = seat(room);
        String me = room.person().name();
        boolean due =
                room.incident().open()
                        && room.mode().writes()
                        && seat.askedBy(me)
                        && !seat.driver().isEmpty()
                        && !seat.asked().orElseThrow().due().isAfter(room.now());
        return due
                ? next.and(
                        List.of(
                                new Effect.Record(
                                        new DriverChanged(
                                                me,
                                                seat.driver(),
                                                seat.driver() + " did not answer"))))
                : next;
    }

    /** Why this room may not start a step; empty where it may. */
    static Optional<String> whyNotStart(Room room) {
        Seat seat = seat(room);
        return seat.heldFrom(room.person().name())
                ? Optional.of(
                        seat.driver() + " drives, and starts the steps. :drive asks for the seat.")
                : Optional.empty();
    }

    private static Seat seat(Room room) {
        return room.incident().command().seat();
    }

    private static Next record(Room room, dev.warroom.incident.CommandEvent event) {
        return Next.of(room, new Effect.Record(event));
    }

    private static Next said(Room room, String words) {
        return Next.of(room.with(Notice.plain(words)));
    }
}
