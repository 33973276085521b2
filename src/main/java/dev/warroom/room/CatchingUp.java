package dev.warroom.room;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.Batch;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.Seat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * For whoever joins late: what happened in the last minutes, who is here, what runs, what is due.
 */
final class CatchingUp {

    /** What is told without being asked for more. */
    static final Duration USUAL = Duration.ofMinutes(12);

    private static final int MOST_FACTS = 100;

    private CatchingUp() {}

    /** What {@code :recent} shows, of so many minutes. */
    static Next command(Room room, String rest) {
        if (!room.incident().begun()) {
            return Next.of(room.with(Notice.plain("No incident is open yet.")));
        }
        if (!rest.isEmpty() && !rest.matches("[1-9]\\d{0,3}")) {
            return Next.of(
                    room.with(
                            Notice.bad(
                                    "Write :recent and how many minutes, from 1 to 9999: :recent"
                                            + " 30")));
        }
        Duration length = rest.isEmpty() ? USUAL : Duration.ofMinutes(Integer.parseInt(rest));
        return Next.of(room.asking(reading(room, length)));
    }

    /** Who else has the incident open, as far as that is known. */
    static Next who(Room room) {
        List<Notice> lines =
                Stream.concat(CutOff.words(room).stream(), people(room).map(Notice::plain))
                        .toList();
        return Next.of(room.asking(new Question.Reading("Who is here", lines, 0)));
    }

    /**
     * The shared record has come for the first time since the incident was opened here: whoever
     * finds the work of others in it is shown what matters before anything else.
     */
    static Next reached(Room room) {
        Incident incident = room.incident();
        boolean others =
                incident.facts().stream()
                        .anyMatch(
                                it ->
                                        !it.origin().from().isEmpty()
                                                && !it.origin()
                                                        .from()
                                                        .equals(room.together().mark()));
        boolean busy = room.question().isPresent() || room.preparing().isPresent();
        return others && incident.open() && !busy
                ? Next.of(room.asking(reading(room, USUAL)))
                : Next.of(room);
    }

    /** Others have come or gone, or look at something else: what shows them is drawn anew. */
    static Next seen(Room room) {
        boolean shown =
                room.question().orElse(null) instanceof Question.Reading it
                        && it.title().equals(title(room, USUAL));
        if (!shown) {
            return Next.of(room);
        }
        int from = ((Question.Reading) room.question().get()).from();
        Question.Reading anew = reading(room, USUAL);
        return Next.of(room.asking(new Question.Reading(anew.title(), anew.lines(), from)));
    }

    private static String title(Room room, Duration length) {
        return "The last " + length.toMinutes() + " minutes of " + room.incident().id();
    }

    private static Question.Reading reading(Room room, Duration length) {
        Incident incident = room.incident();
        List<Notice> lines = new ArrayList<>();
        lines.add(
                Notice.plain(
                        incident.severity().map(it -> it + " ").orElse("")
                                + incident.title()
                                + ", "
                                + (incident.open() ? "open for " : "over after ")
                                + DurationWords.of(minutes(incident.elapsed(room.now())))));
        lines.add(Notice.plain(""));
        section(lines, "Who is here", people(room).toList());
        section(lines, "What runs", running(room));
        section(lines, "What is due", due(room));
        Instant from = room.now().minus(length);
        List<Fact> facts =
                incident.told().stream().filter(it -> !incident.at(it).isBefore(from)).toList();
        int left = Math.max(0, facts.size() - MOST_FACTS);
        List<String> words = new ArrayList<>();
        for (Fact fact : facts.subList(left, facts.size()).reversed()) {
            String at = TimeOfDay.second(fact.at(), ZoneId.systemDefault());
            words.add(at + " " + fact.who() + ": " + incident.words(fact));
        }
        if (left > 0) {
            words.add("… " + left + " before these, on the timeline");
        }
        if (words.isEmpty()) {
            words.add("nothing was recorded");
        }
        section(lines, "What happened, newest first", words);
        return new Question.Reading(title(room, length), lines, 0);
    }

    private static Duration minutes(Duration length) {
        return length.toMinutes() == 0 ? length : Duration.ofMinutes(length.toMinutes());
    }

    private static void section(List<Notice> lines, String title, List<String> words) {
        lines.add(Notice.good(title));
        words.forEach(it -> lines.add(Notice.plain("  " + it)));
        if (words.isEmpty()) {
            lines.add(Notice.plain("  nothing"));
        }
    }

    private static Stream<String> people(Room room) {
        Stream<String> here =
                Stream.of(
                        person(room, room.person().name(), room.person().name())
                                + " (you), "
                                + room.person().host());
        Stream<String> local =
                room.others().stream().map(it -> person(room, it, it) + ", on this machine");
        Stream<String> elsewhere =
                room.together().elsewhere().stream()
                        .map(
                                it ->
                                        person(room, it.name(), it.who())
                                                + ", since "
                                                + TimeOfDay.minute(
                                                        it.since(), ZoneId.systemDefault())
                                                + (it.at().isEmpty() ? "" : ": " + it.at()));
        return Stream.of(here, local, elsewhere).flatMap(it -> it);
    }

    private static String person(Room room, String name, String shown) {
        Seat seat = room.incident().command().seat();
        List<String> roles = room.incident().command().rolesOf(name);
        List<String> all = new ArrayList<>(roles);
        if (seat.driver().equals(name)) {
            all.addFirst("drives");
        }
        return all.isEmpty() ? shown : shown + " [" + String.join(", ", all) + "]";
    }

    private static List<String> running(Room room) {
        return room.incident().runningTogether().stream().map(it -> running(room, it)).toList();
    }

    private static String running(Room room, Batch together) {
        Attempt first = together.attempts().getFirst();
        String where =
                together.many()
                        ? " on " + together.attempts().size() + " of " + together.hosts() + " hosts"
                        : "";
        return RunTitle.of(room, first.run())
                + where
                + ", by "
                + first.who()
                + ", for "
                + DurationWords.of(seconds(first.startedAt(), room.now()));
    }

    private static Duration seconds(Instant from, Instant to) {
        return Duration.ofSeconds(Math.max(0, Duration.between(from, to).toSeconds()));
    }

    private static List<String> due(Room room) {
        return Clocks.of(room).stream()
                .map(
                        it ->
                                it.words()
                                        + (it.over() ? ", overdue for " : " in ")
                                        + DurationWords.of(
                                                Duration.ofSeconds(it.left().abs().toSeconds())))
                .toList();
    }
}
