package dev.warroom.runbook;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a runbook or section says in passing that clocks and search can use. The words themselves
 * stand in its instructions too.
 *
 * @param schedules when it is due every day
 * @param deadlines how soon it must be answered or done
 * @param reminders what is to be done again and again
 * @param criteria when it is to be used or handed on
 * @param symptoms what one sees when it helps
 */
public record Mentions(
        List<Schedule> schedules,
        List<Deadline> deadlines,
        List<Reminder> reminders,
        List<Criterion> criteria,
        List<String> symptoms) {

    /** Nothing of the kind. */
    public static final Mentions NONE =
            new Mentions(List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * "Time: 9:00 AM".
     *
     * @param words as written
     */
    public record Schedule(LocalTime time, String words) {}

    /**
     * "Response Time: 1 hour".
     *
     * @param within counted from the beginning of the incident; positive
     * @param words as written
     */
    public record Deadline(Duration within, String words) {}

    /**
     * "Update the channel every 15 minutes".
     *
     * @param every positive
     * @param words as written
     */
    public record Reminder(Duration every, String words) {}

    /**
     * "Escalate to Level 2 if".
     *
     * @param title what it decides
     * @param line counted from 1
     * @param conditions a line each
     */
    public record Criterion(String title, int line, List<String> conditions) {
        public Criterion {
            conditions = List.copyOf(conditions);
        }
    }

    public Mentions {
        schedules = Later.copyOf(schedules);
        deadlines = Later.copyOf(deadlines);
        reminders = Later.copyOf(reminders);
        criteria = Later.copyOf(criteria);
        symptoms = Later.copyOf(symptoms);
    }

    /** The same, asked for whenever it is looked at. */
    static Mentions later(Supplier<Mentions> found) {
        return new Mentions(
                new Afresh<>(() -> found.get().schedules()),
                new Afresh<>(() -> found.get().deadlines()),
                new Afresh<>(() -> found.get().reminders()),
                new Afresh<>(() -> found.get().criteria()),
                new Afresh<>(() -> found.get().symptoms()));
    }

    /** Both together. */
    Mentions and(Mentions more) {
        if (more == NONE || more.isNothing()) {
            return this;
        }
        return new Mentions(
                both(schedules, more.schedules),
                both(deadlines, more.deadlines),
                both(reminders, more.reminders),
                both(criteria, more.criteria),
                both(symptoms, more.symptoms));
    }

    private boolean isNothing() {
        return schedules.isEmpty()
                && deadlines.isEmpty()
                && reminders.isEmpty()
                && criteria.isEmpty()
                && symptoms.isEmpty();
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
