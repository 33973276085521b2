package dev.warroom.view;

import dev.warroom.incident.Incident;
import dev.warroom.incident.Severity;
import dev.warroom.room.Clocks;
import dev.warroom.room.Person;
import dev.warroom.room.Reading.Health;
import dev.warroom.room.Room;
import dev.warroom.room.Together;
import dev.warroom.text.Counted;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The top line: which incident, how long, and what its clocks say. */
final class StatusLine {

    private static final int LEAST_TITLE = 10;

    /** The id and the severity. */
    private static final int LEAST_LEFT = 12;

    /** Beside the title, in which people's names stand. */
    private static final int LEAST_PEOPLE = 28;

    /** Of a name where there is little space. */
    private static final int MOST_NAME = 16;

    /** What says how many clocks are hidden, and the space before it. */
    private static final int MORE = 11;

    private StatusLine() {}

    private record Part(String text, Style style) {}

    static void paint(Room room, ZoneId zone, Canvas line) {
        Incident incident = room.incident();
        line.fill(0, 0, Style.PLAIN);
        if (!incident.begun()) {
            int end = line.put(1, 0, "war room", Style.BOLD);
            long open = room.catalog().openIncidents();
            end =
                    open == 0
                            ? line.put(end + 2, 0, "no incident open", Style.MUTED)
                            : line.put(
                                    end + 2, 0, Counted.of(open, "incident") + " open", Style.BAD);
            for (Part part : banner(room, zone)) {
                end = line.put(end + 2, 0, part.text(), part.style());
            }
            people(room, line, end, line.columns());
            return;
        }
        List<Part> right = right(room, zone, line, Optional.empty());
        if (!peopleFit(room, line, right)) {
            right = right(room, zone, line, driver(room));
        }
        int width = width(right);
        int at = line.put(1, 0, incident.id(), Style.BOLD);
        if (incident.severity().isPresent()) {
            at =
                    line.put(
                            at + 1,
                            0,
                            " " + incident.severity().get() + " ",
                            severity(incident.severity().get()));
        }
        boolean people = peopleFit(room, line, right);
        int beside = people ? CellWidth.of(people(room)) + 2 : 0;
        int room0 = line.columns() - at - 2 - width - 3 - beside;
        if (room0 >= LEAST_TITLE) {
            line.put(at + 2, 0, incident.title(), Style.BOLD, at + 2 + room0);
        }
        at = Math.max(at + 2, line.columns() - width - 1);
        int titleEnd = Math.min(at, line.columns() - width - 1);
        for (Part part : right) {
            at = line.put(at, 0, part.text(), part.style()) + 2;
        }
        if (people) {
            people(room, line, 0, titleEnd - 1);
        }
    }

    /** The clocks and what else stands at the right end, as far as there is room. */
    private static List<Part> right(Room room, ZoneId zone, Canvas line, Optional<Part> driver) {
        // The id of an incident that is shared is long.
        int most = line.columns() - Math.max(LEAST_LEFT, head(room.incident()) + 1);
        List<Part> right = clocks(room, zone, false, driver);
        if (width(right) > most) {
            right = clocks(room, zone, true, driver);
        }
        while (width(right) > most && drop(right)) {}
        hide(right, most);
        Part wall = new Part(Times.withUtc(room.now(), zone), Style.MUTED);
        int left = LEAST_LEFT + CellWidth.of(room.incident().title()) + 4;
        if (left + CellWidth.of(wall.text()) + 2 + width(right) < line.columns()) {
            right.addFirst(wall);
        }
        return right;
    }

    /** Whether there is room for all who are here, and not only for who drives. */
    private static boolean peopleFit(Room room, Canvas line, List<Part> right) {
        Incident incident = room.incident();
        int title = CellWidth.of(incident.title());
        int free = line.columns() - head(incident) - 2 - width(right) - 3 - title;
        int end = line.columns() - width(right) - 2;
        int people = CellWidth.of(people(room)) + 2;
        boolean titled = free + title - people >= Math.min(title, LEAST_TITLE);
        return free > LEAST_PEOPLE && titled && people < end;
    }

    /** The columns of the id and the severity. */
    private static int head(Incident incident) {
        return 1 + CellWidth.of(incident.id()) + (incident.severity().isPresent() ? 5 : 0);
    }

    private static String brief(String name) {
        return name.codePointCount(0, name.length()) <= MOST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MOST_NAME - 1)) + "…";
    }

    /** Whoever may start steps must be known where there is no room for all who are here. */
    private static Optional<Part> driver(Room room) {
        String driver = room.incident().command().seat().driver();
        if (driver.isEmpty() || !room.incident().open()) {
            return Optional.empty();
        }
        return Optional.of(
                new Part(
                        driver.equals(room.person().name())
                                ? "you drive"
                                : brief(driver) + " drives",
                        Style.MUTED));
    }

    private static int width(List<Part> parts) {
        return parts.stream().mapToInt(it -> CellWidth.of(it.text()) + 2).sum();
    }

    /** Leaves out the last clock that nobody need look at yet; the elapsed time stays. */
    private static boolean drop(List<Part> parts) {
        for (int i = parts.size() - 1; i > 0; i--) {
            if (parts.get(i).style().equals(Style.PLAIN)) {
                parts.remove(i);
                return true;
            }
        }
        return false;
    }

    /**
     * Where not even those fit that have run out, the most pressing stay and the rest is counted.
     */
    private static void hide(List<Part> parts, int most) {
        int hidden = 0;
        int place = parts.size();
        for (int i = parts.size() - 1; i > 1 && width(parts) + MORE > most; i--) {
            if (hidden == 0 && width(parts) <= most) {
                return;
            }
            if (parts.get(i).style().reverse()) {
                parts.remove(i);
                place = i;
                hidden++;
            }
        }
        if (hidden > 0) {
            parts.add(place, new Part(" +" + hidden + " more ", Style.BAD_REVERSE));
        }
    }

    private static void people(Room room, Canvas line, int from, int end) {
        String who = people(room);
        if (from + CellWidth.of(who) + 2 < end) {
            line.putRight(end - 1, 0, who, Style.MUTED);
        }
    }

    private static String people(Room room) {
        Person own = room.person();
        Stream<String> all =
                Stream.of(
                                room.together().elsewhere().stream()
                                        .map(it -> person(room, it.name(), it.place())),
                                room.others().stream().map(it -> person(room, it, "")),
                                Stream.of(person(room, own.name(), "@" + own.host())))
                        .flatMap(it -> it);
        return all.collect(Collectors.joining(" "))
                + (room.mode().words().isEmpty() ? "" : " " + room.mode().words());
    }

    private static String person(Room room, String name, String place) {
        return name
                + (commands(room, name) ? "*" : "")
                + place
                + (room.incident().command().seat().driver().equals(name) ? " (drives)" : "");
    }

    private static boolean commands(Room room, String person) {
        return room.incident().command().rolesOf(person).stream()
                .anyMatch(it -> it.equals(room.policy().rules().roles().getFirst()));
    }

    /**
     * @param brief where there is little space
     * @param driver who drives, where that is not said elsewhere in the line
     */
    private static List<Part> clocks(Room room, ZoneId zone, boolean brief, Optional<Part> driver) {
        Incident incident = room.incident();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Times.elapsed(incident.elapsed(room.now())), Style.BOLD));
        if (!incident.open()) {
            parts.add(
                    new Part(
                            incident.severity().isPresent() ? "resolved" : "closed",
                            Style.GOOD.strong()));
            return parts;
        }
        driver.ifPresent(parts::add);
        parts.addAll(banner(room, zone));
        unshared(room).ifPresent(parts::add);
        seat(room).ifPresent(parts::add);
        for (Clocks.Clock clock : Clocks.of(room)) {
            Style style =
                    clock.over()
                            ? Style.BAD_REVERSE
                            : clock.soon() ? Style.WARNING_REVERSE : Style.PLAIN;
            String words =
                    clock.words()
                            + (clock.over() ? " overdue " : brief ? " " : " in ")
                            + Times.left(clock.left());
            parts.add(new Part(clock.over() || clock.soon() ? " " + words + " " : words, style));
        }
        if (room.screen().arrangement().single() && !room.health().probes().isEmpty()) {
            long bad =
                    room.health().count(Health.CRITICAL, room.now())
                            + room.health().count(Health.UNKNOWN, room.now());
            parts.add(new Part("✗" + bad, bad > 0 ? Style.BAD_BOLD : Style.MUTED));
            parts.add(new Part("✓" + room.health().count(Health.OK, room.now()), Style.GOOD));
        }
        return parts;
    }

    /** Who asks for the driver's seat, and how long whoever drives has to answer. */
    private static Optional<Part> seat(Room room) {
        return room.incident()
                .command()
                .seat()
                .asked()
                .map(
                        it ->
                                new Part(
                                        " "
                                                + it.person()
                                                + " asks for the seat "
                                                + Times.left(Duration.between(room.now(), it.due()))
                                                + " ",
                                        Style.WARNING_REVERSE));
    }

    /** How much of what was recorded here the rooms on other machines do not know. */
    private static Optional<Part> unshared(Room room) {
        Together together = room.together();
        if (together.trouble().isEmpty() && together.waiting() == 0) {
            return Optional.empty();
        }
        String since =
                together.since()
                        .map(it -> ", " + Times.left(Duration.between(it, room.now())))
                        .orElse("");
        String words =
                together.waiting() == 0
                        ? " cut off from the room "
                        : " not shared: " + Counted.of(together.waiting(), "fact") + since + " ";
        return Optional.of(new Part(words, Style.WARNING_REVERSE));
    }

    /** That the service is maintained, while it is. */
    private static List<Part> banner(Room room, ZoneId zone) {
        return AgendaWords.maintenance(room, zone).stream()
                .map(it -> new Part(" " + it + " ", Style.WARNING_REVERSE))
                .toList();
    }

    private static Style severity(Severity severity) {
        return switch (severity) {
            case P1 -> Style.BAD_REVERSE;
            case P2 -> Style.WARNING_REVERSE;
            case P3, P4 -> Style.BAR;
        };
    }
}
