package dev.warroom.room;

import dev.warroom.incident.DurationWords;
import dev.warroom.policy.Escalation.Level;

import java.time.Instant;
import java.util.Optional;

/**
 * The next act, once a clock has run out and nobody has answered that yet.
 *
 * @param words such as {@code acknowledge ran out 2 min 4 s ago}
 */
public record Proposal(Clocks.Clock clock, Act act, String words) {

    /** What one can do about a clock that has run out. */
    public enum Act {
        ACKNOWLEDGE("acknowledge"),
        UPDATE("send an update"),
        NEXT_OPTION("try the next option"),
        ESCALATE("escalate"),
        EXTEND("extend it with a reason");

        private final String words;

        Act(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** The most pressing one. */
    public static Optional<Proposal> of(Room room) {
        return Clocks.of(room).stream()
                .filter(Clocks.Clock::over)
                .filter(it -> !answered(room, it))
                .findFirst()
                .map(it -> about(room, it));
    }

    private static boolean answered(Room room, Clocks.Clock clock) {
        Instant at = room.incident().command().answered().get(clock.id());
        return at != null && !at.isBefore(clock.due());
    }

    private static Proposal about(Room room, Clocks.Clock clock) {
        Act act =
                switch (clock.id().split(" ", 2)[0]) {
                    case Clocks.ACKNOWLEDGE -> Act.ACKNOWLEDGE;
                    case Clocks.UPDATE -> Act.UPDATE;
                    case "phase" -> Options.next(room).isPresent() ? Act.NEXT_OPTION : Act.ESCALATE;
                    default -> Act.ESCALATE;
                };
        String to =
                act == Act.ESCALATE
                        ? Escalating.next(room).map(Level::name).map(it -> " to " + it).orElse("")
                        : "";
        return new Proposal(
                clock, act, why(room, clock) + ": c " + act.words() + to + ", C something else");
    }

    private static String why(Room room, Clocks.Clock clock) {
        return Escalating.due(room).stream()
                .filter(it -> clock.id().startsWith(Clocks.ESCALATE))
                .findFirst()
                .map(it -> "Level " + it.level().number() + " is due, " + it.reason())
                .orElse(
                        clock.words()
                                + " ran out "
                                + DurationWords.of(clock.left().negated())
                                + " ago");
    }
}
