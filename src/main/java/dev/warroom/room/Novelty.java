package dev.warroom.room;

import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.PatternSeen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is new in the logs since the incident began. */
final class Novelty {

    /** Written down of one incident; more are seen by {@code :patterns}. */
    static final int MOST_TOLD = 50;

    private static final int MOST_NAMED = 5;

    private Novelty() {}

    /** Asks for the logs to be counted before and since the incident began. */
    static List<Effect> count(Incident incident) {
        return incident.facts().isEmpty()
                ? List.of()
                : List.of(new Effect.CountLogs(incident.facts().getFirst().at()));
    }

    static Next counted(Room room, LogTally tally) {
        Map<String, String> known = room.logs().tally().past().unknown();
        Map<String, String> unknown = tally.past().unknown();
        Room next = room.with(room.logs().with(tally));
        if (!known.keySet().containsAll(unknown.keySet())) {
            next =
                    next.with(
                            Notice.bad(
                                    "What is new cannot be told yet of "
                                            + bySource(unknown)
                                            + " (:patterns)"));
        }
        List<Effect> effects = new ArrayList<>();
        boolean current =
                room.incident().open()
                        && !room.incident().facts().isEmpty()
                        && tally.since() == room.incident().facts().getFirst().at().toEpochMilli();
        if (current) {
            List<PatternSeen> told = new ArrayList<>(told(room.incident()));
            for (LogPattern pattern : tally.patterns()) {
                boolean written = told.stream().anyMatch(it -> same(it, pattern));
                if (pattern.news() && !written && told.size() < MOST_TOLD) {
                    PatternSeen seen =
                            new PatternSeen(
                                    pattern.source(),
                                    pattern.level().name().toLowerCase(Locale.ROOT),
                                    pattern.id(),
                                    pattern.text());
                    told.add(seen);
                    effects.add(new Effect.Record(seen));
                }
            }
        }
        return Next.of(next).and(effects);
    }

    /** Sources with the same words behind them are named together. */
    private static String bySource(Map<String, String> words) {
        Map<String, List<String>> sources = new LinkedHashMap<>();
        words.forEach(
                (source, each) ->
                        sources.computeIfAbsent(each, it -> new ArrayList<>()).add(source));
        List<String> all = new ArrayList<>();
        sources.forEach((each, names) -> all.add(names(names) + ": " + each));
        return String.join("; ", all);
    }

    private static String names(List<String> sources) {
        int more = sources.size() - MOST_NAMED;
        List<String> named = sources.subList(0, Math.min(MOST_NAMED, sources.size()));
        return String.join(", ", named) + (more > 0 ? " and " + more + " more" : "");
    }

    /** What of the hour before is not known. */
    private static List<Notice> past(KnownBefore past) {
        List<Notice> lines = new ArrayList<>();
        if (!past.reading().isEmpty()) {
            lines.add(Notice.plain("The hour before is being read in " + names(past.reading())));
        }
        if (!past.unknown().isEmpty()) {
            lines.add(
                    Notice.bad("The hour before could not be read of " + bySource(past.unknown())));
        }
        if (!past.partly().isEmpty()) {
            lines.add(Notice.plain("The hour before was read in part: " + bySource(past.partly())));
        }
        return lines;
    }

    private static List<PatternSeen> told(Incident incident) {
        return incident.facts()
                .only(PatternSeen.class)
                .map(it -> (PatternSeen) it.event())
                .toList();
    }

    private static boolean same(PatternSeen seen, LogPattern pattern) {
        return seen.id().equals(pattern.id()) || seen.text().equals(pattern.text());
    }

    /** The patterns, with how often each came before the incident and since. */
    static Next list(Room room) {
        LogTally tally = room.logs().tally();
        if (tally.patterns().isEmpty()) {
            return Next.of(room.with(Notice.plain("No lines have been counted yet.")));
        }
        boolean incident = tally.since() != LogLine.UNTIMED;
        List<Notice> lines = new ArrayList<>(past(tally.past()));
        lines.add(
                Notice.plain(
                        incident
                                ? "  before   since  level     message"
                                : "   count  level     message"));
        for (LogPattern pattern : tally.patterns()) {
            lines.add(line(pattern, incident, room.secrecy().masked(pattern.text())));
        }
        if (tally.others() > 0) {
            lines.add(Notice.plain("… and " + tally.others() + " more, which came less often"));
        }
        String title = incident ? "Patterns, before the incident and since" : "Patterns";
        return Next.of(room.asking(new Question.Reading(title, lines, 0)));
    }

    private static String before(LogPattern pattern) {
        boolean none = pattern.before() == 0 && !pattern.sure();
        return none ? "?" : String.format(Locale.ROOT, "%,d", pattern.before());
    }

    private static Notice line(LogPattern pattern, boolean incident, String text) {
        String level =
                pattern.level() == LogLevel.NONE
                        ? "-"
                        : pattern.level().name().toLowerCase(Locale.ROOT);
        String counts =
                incident
                        ? String.format(Locale.ROOT, "%8s %,7d", before(pattern), pattern.since())
                        : String.format(Locale.ROOT, "%,8d", pattern.before() + pattern.since());
        String words =
                String.format(
                        Locale.ROOT,
                        "%s  %-8s  %s  (%s)%s",
                        counts,
                        level,
                        text,
                        pattern.where(),
                        incident && pattern.news() ? "  NEW" : "");
        boolean bad = pattern.level().compareTo(LogLevel.ERROR) >= 0;
        return bad && incident && pattern.news() ? Notice.bad(words) : Notice.plain(words);
    }
}
