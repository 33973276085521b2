package dev.warroom.policy;

import dev.warroom.incident.Severity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When the service may be worked on.
 *
 * @param windows in the order of the file
 * @param approvals who allows maintenance outside of a window, by severity; where nobody needs to,
 *     the word is {@code immediate}
 */
public record Maintenance(List<Window> windows, Map<Severity, String> approvals) {

    /** Nobody has to be asked. */
    public static final String IMMEDIATE = "immediate";

    /** The windows and approvals that hold where {@code warroom.yaml} has none. */
    public static final Maintenance USUAL =
            new Maintenance(
                    List.of(
                            new Window(
                                    "Scheduled maintenance",
                                    Recurrence.of(
                                            "FREQ=MONTHLY;BYDAY=2SU",
                                            LocalTime.of(2, 0),
                                            ZoneOffset.UTC),
                                    Duration.ofHours(2),
                                    List.of(Duration.ofDays(14), Duration.ofHours(48)),
                                    List.of(
                                            "database maintenance",
                                            "security patches",
                                            "dependency updates",
                                            "performance"),
                                    List.of())),
                    Map.of(
                            Severity.P1, IMMEDIATE,
                            Severity.P2, "Manager",
                            Severity.P3, "Engineering Lead"));

    /**
     * One window.
     *
     * @param recurrence when it begins
     * @param notices how long before it people are told, the longest first
     * @param activities what is done in it
     * @param silence the probes whose alarms do not count in it; all of them where it is empty
     */
    public record Window(
            String name,
            Recurrence recurrence,
            Duration lasts,
            List<Duration> notices,
            List<String> activities,
            List<String> silence) {

        public Window {
            notices = List.copyOf(notices);
            activities = List.copyOf(activities);
            silence = List.copyOf(silence);
        }

        /** Whether alarms of the probe {@code name} do not count in it. */
        public boolean silences(String name) {
            return silence.isEmpty() || silence.contains(name);
        }

        /** When it ends, if {@code at} lies in it; its first moment does, and its end does not. */
        public Optional<Instant> endAfter(Instant at) {
            return recurrence.next(at.minus(lasts).plusNanos(1), 1).stream()
                    .filter(it -> !it.isAfter(at))
                    .map(it -> it.plus(lasts))
                    .findFirst();
        }
    }

    public Maintenance {
        windows = List.copyOf(windows);
        approvals = Map.copyOf(approvals);
    }

    /**
     * The windows in which alarms do not count: those that the team has written down. A team that
     * has said nothing is told of an outage at any time.
     */
    public List<Window> silencing() {
        // Not by what it says: a team may write down just that.
        return this == USUAL ? List.of() : windows;
    }

    /**
     * A window on a day.
     *
     * @param to its end, exclusive
     */
    public record Occurrence(Window window, Instant from, Instant to) {

        /** How long a notice stays due, from the moment in which it became so. */
        public static final Duration NOTICE_STAYS = Duration.ofHours(24);

        /** Whether it has begun and not ended. */
        public boolean during(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }

        /** The notice that people are to be given now, by how long it is before the beginning. */
        public Optional<Duration> noticeDue(Instant now) {
            return window.notices().stream()
                    .filter(it -> !now.isBefore(from.minus(it)))
                    .filter(it -> now.isBefore(from.minus(it).plus(NOTICE_STAYS)))
                    .filter(it -> now.isBefore(from))
                    .reduce((first, last) -> last);
        }
    }

    /** The next {@code most} that have not ended at {@code now}, the nearest first. */
    public List<Occurrence> next(Instant now, int most) {
        return windows.stream()
                .flatMap(
                        window ->
                                window
                                        .recurrence()
                                        .next(now.minus(window.lasts()).plusNanos(1), most)
                                        .stream()
                                        .map(
                                                from ->
                                                        new Occurrence(
                                                                window,
                                                                from,
                                                                from.plus(window.lasts()))))
                .sorted(Comparator.comparing(Occurrence::from))
                .limit(most)
                .toList();
    }

    /** Who allows work outside of the windows, in words; what is not named is not allowed. */
    public String approval(Severity severity) {
        String who = approvals.getOrDefault(severity, "");
        if (who.isEmpty()) {
            return severity + ": waits for a window";
        }
        return who.equals(IMMEDIATE) ? severity + ": at once" : severity + ": " + who + " approves";
    }
}
