package dev.warroom.policy;

import dev.warroom.incident.Severity;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is called, and when.
 *
 * @param levels by number, from 1, without gaps
 * @param rules in the order of the file
 */
public record Escalation(List<Level> levels, List<Rule> rules) {

    /**
     * One level.
     *
     * @param number counted from 1
     * @param respond in which time it answers a call
     * @param handles the severities that are its own
     * @param authority what it may authorise, in words
     * @param contacts addresses and numbers, the first one first
     */
    public record Level(
            int number,
            String name,
            Duration respond,
            Set<Severity> handles,
            String authority,
            List<String> contacts) {

        public Level {
            handles = Set.copyOf(handles);
            contacts = List.copyOf(contacts);
        }
    }

    /** When a level is due. */
    public sealed interface Trigger {

        /** The incident is not resolved in this time. */
        record After(Duration elapsed) implements Trigger {}

        /** A probe has been critical for this time without a break. */
        record Down(Duration length) implements Trigger {}

        /** Something that only a person knows; the room asks. */
        record Asked(String criterion) implements Trigger {}
    }

    /**
     * @param to the level's number
     * @param severities for which it holds
     */
    public record Rule(int to, Trigger trigger, Set<Severity> severities) {

        public Rule {
            severities = Set.copyOf(severities);
        }
    }

    private static final Set<Severity> ALL = EnumSet.copyOf(Arrays.asList(Severity.values()));

    /** The path that holds where {@code warroom.yaml} has none. */
    public static final Escalation USUAL =
            new Escalation(
                    List.of(
                            new Level(
                                    1,
                                    "On-Call Engineer",
                                    Duration.ofMinutes(15),
                                    EnumSet.of(Severity.P3, Severity.P4),
                                    "restart services, clear caches",
                                    List.of()),
                            new Level(
                                    2,
                                    "Senior Engineer",
                                    Duration.ofMinutes(30),
                                    EnumSet.of(Severity.P2),
                                    "deploy fixes, modify configurations",
                                    List.of()),
                            new Level(
                                    3,
                                    "Engineering Manager",
                                    Duration.ofHours(1),
                                    EnumSet.of(Severity.P1),
                                    "authorise emergency actions, communicate with customers",
                                    List.of()),
                            new Level(
                                    4,
                                    "CTO",
                                    Duration.ofHours(2),
                                    EnumSet.noneOf(Severity.class),
                                    "strategic decisions, escalate to vendors",
                                    List.of())),
                    List.of(
                            new Rule(2, new Trigger.After(Duration.ofMinutes(30)), ALL),
                            new Rule(2, new Trigger.Asked("it requires code changes"), ALL),
                            new Rule(2, new Trigger.Asked("it affects several systems"), ALL),
                            new Rule(3, new Trigger.After(Duration.ofHours(1)), ALL),
                            new Rule(3, new Trigger.Asked("customers are hit severely"), ALL),
                            new Rule(3, new Trigger.Asked("a business decision is needed"), ALL),
                            new Rule(4, new Trigger.Down(Duration.ofMinutes(30)), ALL),
                            new Rule(4, new Trigger.Asked("data is lost, or security broken"), ALL),
                            new Rule(4, new Trigger.Asked("major customers are hit"), ALL)));

    public Escalation {
        levels = List.copyOf(levels);
        rules = List.copyOf(rules);
    }

    /** The level of a number. */
    public Optional<Level> level(int number) {
        return number >= 1 && number <= levels.size()
                ? Optional.of(levels.get(number - 1))
                : Optional.empty();
    }

    /** The rules that hold for a severity. */
    public List<Rule> rules(Severity severity) {
        return rules.stream().filter(it -> it.severities().contains(severity)).toList();
    }
}
