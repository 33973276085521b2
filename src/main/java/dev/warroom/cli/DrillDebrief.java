package dev.warroom.cli;

import dev.warroom.drill.Scenario;
import dev.warroom.incident.Attempt;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said after a drill: the times beside those that the team wants to keep, what was tried,
 * and what would have been quicker.
 *
 * @param scenario what was broken
 * @param healthyAfter how long after the drill opened the service was healthy for good; empty where
 *     it is not
 */
record DrillDebrief(Scenario scenario, Optional<Duration> healthyAfter) {

    /** The most that the reference's own figures allow from the beginning to the cure. */
    private static final Duration MEND_WITHIN = Duration.ofMinutes(30);

    private static final Map<String, Duration> ACKNOWLEDGE_WITHIN =
            Map.of(
                    "P1", Duration.ofMinutes(15),
                    "P2", Duration.ofHours(1),
                    "P3", Duration.ofHours(4),
                    "P4", Duration.ofHours(24));

    private static final int MOST_TRIED = 12;

    /** So that it can be read on the usual terminal. */
    private static final int COLUMNS = 80;

    private static final int INDENT = 18;

    /** The debrief of an incident that a person led, a line each. */
    List<String> of(Incident incident) {
        List<String> lines = new ArrayList<>(List.of("Debrief"));
        Instant began = incident.beganAt().orElseThrow();
        lines.add(
                time(
                        "Acknowledged",
                        incident.acknowledgedAt().map(at -> Duration.between(began, at)),
                        ACKNOWLEDGE_WITHIN.get(scenario.severity())));
        lines.add(time("Healthy again", healthyAfter, MEND_WITHIN));
        incident.endedAt()
                .ifPresent(
                        at ->
                                lines.add(
                                        row(
                                                "Resolved",
                                                "after "
                                                        + DurationWords.of(
                                                                Duration.between(began, at)))));
        tried(incident, lines);
        lines.addAll(lesson());
        return lines;
    }

    /** The end of it, which needs no incident. */
    List<String> lesson() {
        List<String> lines = new ArrayList<>();
        lines.addAll(sentences("It was", scenario.summary()));
        lines.addAll(sentences("Quickest", scenario.quicker()));
        lines.addAll(sentences("No help", scenario.worse()));
        return lines;
    }

    /** Broken between words, each line below the first. */
    private static List<String> sentences(String head, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (INDENT + line.length() + 1 + word.length() > COLUMNS) {
                lines.add(row(lines.isEmpty() ? head : "", line.toString()));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(row(lines.isEmpty() ? head : "", line.toString()));
        return lines;
    }

    private static void tried(Incident incident, List<String> lines) {
        List<Attempt> attempts =
                incident.steps().values().stream()
                        .flatMap(step -> step.attempts().stream())
                        .sorted(Comparator.comparing(Attempt::startedAt))
                        .toList();
        String head = "Tried";
        for (Attempt attempt : attempts.subList(0, Math.min(MOST_TRIED, attempts.size()))) {
            lines.add(row(head, words(attempt)));
            head = "";
        }
        if (attempts.size() > MOST_TRIED) {
            lines.add(row("", "and " + (attempts.size() - MOST_TRIED) + " more; the log has them"));
        }
    }

    private static String words(Attempt attempt) {
        String command =
                attempt.script()
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .findFirst()
                        .orElse("");
        String end =
                " ("
                        + (attempt.exit().isPresent()
                                ? "exit " + attempt.exit().getAsInt()
                                : "no exit code")
                        + attempt.took().map(took -> " in " + DurationWords.of(took)).orElse("")
                        + ")";
        int room = COLUMNS - INDENT - end.length();
        return (command.length() > room ? command.substring(0, room - 1) + "…" : command) + end;
    }

    private static String time(String what, Optional<Duration> after, Duration within) {
        String wanted = DurationWords.of(within);
        return row(
                what,
                after.map(
                                took ->
                                        "after %s, %s the %s that it may take"
                                                .formatted(
                                                        DurationWords.of(took),
                                                        took.compareTo(within) <= 0
                                                                ? "within"
                                                                : "beyond",
                                                        wanted))
                        .orElse("not yet; it may take " + wanted));
    }

    private static String row(String head, String text) {
        return "  %-15s %s".formatted(head, text);
    }
}
