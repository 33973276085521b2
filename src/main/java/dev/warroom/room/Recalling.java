package dev.warroom.room;

import dev.warroom.incident.CommandEvent.MessageSent;
import dev.warroom.incident.Fact;
import dev.warroom.incident.FactKind;
import dev.warroom.incident.FactWords;
import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.PatternSeen;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.layout.Pane;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is done on the timeline: choosing what it shows, and going to where a fact came from. */
final class Recalling {

    private static final DateTimeFormatter WHOLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss z", Locale.ROOT);

    private static final Pattern VARIABLE = Pattern.compile("<[^<>\\s]{0,30}>");

    private Recalling() {}

    /** Whether keys go to the timeline. */
    static boolean onTimeline(Room room) {
        return room.screen().focus() == Pane.TIMELINE && !room.screen().outputHasKeys();
    }

    static Optional<Fact> meant(Room room) {
        return room.timeline().meant(room.timeline().shown(room.incident().told()));
    }

    /**
     * @param words kinds and people, {@code relative} or {@code absolute}; nothing shows all
     */
    static Next show(Room room, String words) {
        List<String> all =
                Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("[\\s,]+"))
                        .filter(it -> !it.isEmpty())
                        .toList();
        Timeline timeline = room.timeline();
        if (all.equals(List.of("relative")) || all.equals(List.of("absolute"))) {
            return Next.of(room.with(timeline.relative(all.equals(List.of("relative")))));
        }
        Set<FactKind> kinds = EnumSet.noneOf(FactKind.class);
        Set<String> people = new HashSet<>();
        Set<String> known = people(room);
        for (String word : all) {
            Optional<FactKind> kind = FactKind.parse(word);
            if (kind.isPresent()) {
                kinds.add(kind.get());
            } else if (known.contains(word)) {
                people.add(word);
            } else if (!word.equals("all")) {
                return Next.of(
                        room.with(
                                Notice.bad(
                                        "\""
                                                + word
                                                + "\" is no kind of fact and nobody here. Kinds: "
                                                + String.join(" ", kinds())
                                                + "; people: "
                                                + String.join(" ", known)
                                                + ".")));
            }
        }
        return Next.of(room.with(timeline.showing(kinds, people)));
    }

    static List<String> kinds() {
        return Arrays.stream(FactKind.values()).map(FactKind::word).toList();
    }

    /** Everybody of whom there are facts, in lower case. */
    static Set<String> people(Room room) {
        return room.incident().facts().people().stream()
                .map(it -> it.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** To where the fact that is meant came from; what came from nowhere is shown whole. */
    static Next open(Room room) {
        Fact fact = meant(room).orElseThrow();
        return switch (fact.event()) {
            case StepStarted it ->
                    Acting.output(room, it.batch().isEmpty() ? it.run() : it.batch());
            case StepFinished it ->
                    Acting.output(room, FanOut.batchOf(room, it.run()).orElse(it.run()));
            case HealthChanged it when room.health().probe(it.probe()).isPresent() ->
                    Next.of(
                            room.with(room.health().at(it.probe()).looking(true))
                                    .with(room.screen().focused(Pane.HEALTH).zoomed(true)));
            case PatternSeen it ->
                    Seeking.search(
                            room.with(room.screen().focused(Pane.LOGS)), expression(it.text()));
            case NoteAdded it ->
                    LogPin.parse(it.text())
                            .filter(pin -> pin.offset() >= 0)
                            .map(pin -> Seeking.pinned(room, pin))
                            .orElseGet(() -> whole(room, fact));
            default -> whole(room, fact);
        };
    }

    /** A pattern's text as an expression that finds its lines. */
    private static String expression(String pattern) {
        return Arrays.stream(VARIABLE.split(pattern, -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.joining(".*?"));
    }

    private static Next whole(Room room, Fact fact) {
        List<Notice> lines = new ArrayList<>();
        lines.add(Notice.plain(FactWords.person(fact)));
        lines.add(Notice.plain(times(fact.at(), ZoneId.systemDefault())));
        lines.add(Notice.plain(""));
        lines.add(
                Notice.plain(
                        room.incident()
                                .facts()
                                .told()
                                .words(fact)
                                .orElseGet(() -> FactWords.words(fact, room.incident().facts()))));
        if (fact.event() instanceof MessageSent sent) {
            lines.add(Notice.plain(""));
            sent.text().lines().map(Notice::plain).forEach(lines::add);
        }
        String amended = room.incident().command().amendments().get(fact.number());
        if (amended != null) {
            lines.add(Notice.plain("amended: " + amended));
        }
        return Next.of(room.asking(new Question.Reading("Fact " + fact.number(), lines, 0)));
    }

    private static String times(Instant at, ZoneId zone) {
        String here = WHOLE.format(at.atZone(zone));
        String there = WHOLE.format(at.atZone(ZoneOffset.UTC)).replace(" Z", " UTC");
        return zone.getRules().getOffset(at).equals(ZoneOffset.UTC)
                ? there
                : here + "  (" + there + ")";
    }
}
