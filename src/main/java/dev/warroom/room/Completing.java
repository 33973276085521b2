package dev.warroom.room;

import dev.warroom.incident.Command;
import dev.warroom.policy.Escalation.Level;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What Tab adds to a command line. */
public final class Completing {

    private static final int MOST_SHOWN = 20;

    private Completing() {}

    /** How the word that is being typed may go on; before anything was typed, all commands. */
    public static List<String> ways(Room room, Line line) {
        List<String> found = found(room, line.text());
        return found.subList(0, Math.min(MOST_SHOWN, found.size()));
    }

    /** Whether it begins like no command, which Enter would refuse. */
    public static boolean lost(Room room, Line line) {
        String text = line.text().stripLeading();
        return text.indexOf(' ') < 0 && found(room, text).isEmpty();
    }

    private static List<String> found(Room room, String text) {
        int word = text.lastIndexOf(' ') + 1;
        return candidates(room, text.substring(0, word).strip()).stream()
                .filter(it -> starts(it, text.substring(word)))
                .toList();
    }

    /** The line as far as it can only go on in one way; the ways are shown below it. */
    static Next complete(Room room, Line line) {
        String text = line.text();
        int word = text.lastIndexOf(' ') + 1;
        List<String> found = found(room, text);
        if (found.isEmpty()) {
            return Next.of(room);
        }
        String common = common(found) + (found.size() == 1 ? " " : "");
        return Next.of(
                room.asking(
                        new Question.Text(
                                new Question.Purpose.Command(),
                                Line.of(text.substring(0, word) + common))));
    }

    /**
     * @param before the whole words before the one that is typed
     */
    private static List<String> candidates(Room room, String before) {
        if (before.isEmpty()) {
            return CommandLine.COMMANDS.stream().map(CommandLine.Command::name).toList();
        }
        String[] words = before.split("\\s+");
        boolean first = words.length == 1;
        return switch (CommandLine.full(words[0])) {
            case "declare", "severity" -> first ? Commanding.severities() : List.of();
            case "role" -> first ? room.policy().rules().roles() : people(room);
            case "followup" -> first ? people(room) : List.of();
            case "answered" -> people(room);
            case "escalate" ->
                    room.policy().rules().escalation().levels().stream()
                            .map(Level::number)
                            .map(String::valueOf)
                            .toList();
            case "done" ->
                    room.incident().command().followUps().stream()
                            .filter(it -> !it.done())
                            .map(Command.FollowUp::number)
                            .map(String::valueOf)
                            .toList();
            case "message" -> first ? Drafting.names(room) : List.of();
            case "output" -> first ? FanOut.hosts(room) : List.of();
            case "timeline" ->
                    Stream.of(
                                    Recalling.kinds(),
                                    people(room),
                                    List.of("relative", "absolute", "all"))
                            .flatMap(List::stream)
                            .toList();
            case "target" -> first ? Targeting.names(room) : List.of();
            case "layout" -> room.screen().layouts().keySet().stream().sorted().toList();
            default -> List.of();
        };
    }

    /** Everybody who has done something, or does something. */
    private static List<String> people(Room room) {
        TreeSet<String> people = new TreeSet<>(room.incident().command().roles().values());
        people.add(room.person().name());
        people.addAll(room.incident().facts().people());
        return new ArrayList<>(people);
    }

    private static boolean starts(String word, String typed) {
        return word.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
    }

    private static String common(List<String> words) {
        String common = words.getFirst();
        for (String word : words) {
            while (!starts(word, common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        return common;
    }
}
