package dev.warroom.room;

import dev.warroom.incident.DurationWords;
import dev.warroom.policy.Escalation.Level;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The next act, once a clock has run out and nobody has answered that yet.
 *
 * @param subject what has run out, or is due, and why; may be long
 * @param rest since when, and the keys; never to be cut for the subject's sake
 */
public record Proposal(Clocks.Clock clock, Act act, String subject, String rest) {

    /** What one can do about a clock that has run out. */
    public enum Act {
        ACKNOWLEDGE('a', "acknowledge", "acknowledge"),
        UPDATE('u', "update", "send an update"),
        NEXT_OPTION('n', "next option", "try the next option"),
        NEXT_PHASE('p', "next phase", "go on to the next phase"),
        ESCALATE('U', "escalate", "escalate"),
        EXTEND('e', "extend", "extend it with a reason");

        private final char key;
        private final String brief;
        private final String words;

        Act(char key, String brief, String words) {
            this.key = key;
            this.brief = brief;
            this.words = words;
        }

        /** The key that chooses it. */
        public char key() {
            return key;
        }

        /** A word or two, beside its key. */
        public String brief() {
            return brief;
        }

        public String words() {
            return words;
        }

        /** Those that there is something to do for. */
        public static List<Act> offered(Room room) {
            return Stream.of(values()).filter(it -> it.makesSense(room)).toList();
        }

        private boolean makesSense(Room room) {
            return switch (this) {
                case ACKNOWLEDGE -> room.incident().acknowledgedAt().isEmpty();
                case NEXT_OPTION -> Options.next(room).isPresent();
                case NEXT_PHASE ->
                        Phase.next(room).isPresent() || Clocks.nextByTime(room).isPresent();
                case UPDATE, ESCALATE, EXTEND -> true;
            };
        }
    }

    /** The most pressing one. */
    public static Optional<Proposal> of(Room room) {
        return Clocks.of(room).stream()
                .filter(Clocks.Clock::over)
                .filter(it -> !Clocks.answered(room, it))
                .findFirst()
                .map(it -> about(room, it));
    }

    private static Proposal about(Room room, Clocks.Clock clock) {
        Act act =
                switch (clock.id().split(" ", 2)[0]) {
                    case Clocks.ACKNOWLEDGE -> Act.ACKNOWLEDGE;
                    case Clocks.UPDATE -> Act.UPDATE;
                    case "phase" -> afterPhase(room);
                    default -> Act.ESCALATE;
                };
        String to =
                act == Act.ESCALATE
                        ? Escalating.next(room).map(Level::name).map(it -> " to " + it).orElse("")
                        : "";
        String keys = ": c " + act.words() + to + ", C more";
        return Escalating.due(room).stream()
                .filter(it -> clock.id().startsWith(Clocks.ESCALATE))
                .findFirst()
                .map(it -> "Level " + it.level().number() + " is due, " + it.reason())
                .map(it -> new Proposal(clock, act, it, keys))
                .orElseGet(
                        () ->
                                new Proposal(
                                        clock,
                                        act,
                                        clock.words(),
                                        " ran out "
                                                + DurationWords.of(clock.left().negated())
                                                + " ago"
                                                + keys));
    }

    /** The phase's own options come before the next phase, and that before options further on. */
    private static Act afterPhase(Room room) {
        boolean optionsHere = Phase.current(room).flatMap(it -> Options.next(room, it)).isPresent();
        if (Clocks.nextByTime(room).isPresent() || !optionsHere && Phase.next(room).isPresent()) {
            return Act.NEXT_PHASE;
        }
        return Options.next(room).isPresent() ? Act.NEXT_OPTION : Act.ESCALATE;
    }

    /** All of it, where there is room for all of it. */
    public String words() {
        return subject + rest;
    }
}
