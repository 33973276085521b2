package dev.warroom.room;

import dev.warroom.incident.DurationWords;
import dev.warroom.policy.Maintenance;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Rules;
import dev.warroom.policy.Schedule;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Mentions;
import dev.warroom.runbook.Runbook;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the team's calendar says of a moment.
 *
 * @param duties what is due, and what was begun of it, the longest due first
 * @param maintenance the window that goes on, where one does
 */
public record Agenda(List<Duty> duties, Optional<Maintenance.Occurrence> maintenance) {

    public static final Agenda NONE = new Agenda(List.of(), Optional.empty());

    /** Who begins a checklist a little early has done it. */
    private static final Duration EARLY = Duration.ofHours(1);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

    public Agenda {
        duties = List.copyOf(duties);
    }

    /**
     * A checklist is due from its time to the end of that day, unless a walk of it was begun. Its
     * time is the one that the policy names, or else its own "Time:" line's; of the usual
     * schedules, those count for which there is a runbook.
     *
     * @param walks the walks of this workspace; those that began today are enough
     * @param zone the operator's
     */
    public static Agenda of(
            Policy policy, Library library, List<KnownIncident> walks, Instant now, ZoneId zone) {
        List<Duty> duties = new ArrayList<>();
        Set<String> scheduled = new HashSet<>();
        List<Schedule> schedules = policy.rules().schedules();
        boolean usual = schedules.equals(Rules.USUAL.schedules());
        for (Schedule schedule : schedules) {
            Optional<Runbook> runbook = library.named(schedule.runbook()).stream().findFirst();
            runbook.ifPresent(it -> scheduled.add(it.id()));
            if (runbook.isPresent() || !usual) {
                duty(schedule, runbook, walks, now, zone).ifPresent(duties::add);
            }
        }
        for (Runbook runbook : library.runbooks()) {
            for (Mentions.Schedule own : runbook.schedules()) {
                if (!scheduled.contains(runbook.id())) {
                    Schedule schedule =
                            new Schedule(
                                    runbook.title(),
                                    own.time(),
                                    EnumSet.allOf(DayOfWeek.class),
                                    Optional.empty());
                    duty(schedule, Optional.of(runbook), walks, now, zone).ifPresent(duties::add);
                }
            }
        }
        duties.addAll(notices(policy, now, zone));
        duties.sort(Comparator.comparing(Duty::since));
        return new Agenda(duties, maintenance(policy, now));
    }

    static Room turned(Room room, Signal.CalendarTurned turned) {
        Agenda agenda =
                of(room.policy(), room.library(), turned.walks(), room.now(), turned.zone());
        return room.with(room.catalog().with(agenda));
    }

    private static Optional<Maintenance.Occurrence> maintenance(Policy policy, Instant now) {
        Maintenance maintenance = policy.rules().maintenance();
        return maintenance.silencing().isEmpty()
                ? Optional.empty()
                : maintenance.next(now, 1).stream().filter(it -> it.during(now)).findFirst();
    }

    private static Optional<Duty> duty(
            Schedule schedule,
            Optional<Runbook> runbook,
            List<KnownIncident> walks,
            Instant now,
            ZoneId zone) {
        String title = runbook.map(Runbook::title).orElse(schedule.runbook());
        Optional<Instant> since = schedule.dueSince(now, zone);
        List<KnownIncident> begun =
                walks.stream()
                        .filter(it -> it.severity().isEmpty() && it.title().equals(title))
                        .filter(it -> since.isPresent())
                        .filter(it -> !it.beganAt().isBefore(since.orElseThrow().minus(EARLY)))
                        .toList();
        boolean done = begun.stream().anyMatch(it -> !it.open());
        return since.filter(it -> !done)
                .map(
                        it ->
                                new Duty(
                                        Duty.Kind.CHECKLIST,
                                        title,
                                        it,
                                        runbook,
                                        begun.stream().map(KnownIncident::id).findFirst()));
    }

    /** Only a team that has written down its windows gives notice of them. */
    private static List<Duty> notices(Policy policy, Instant now, ZoneId zone) {
        Maintenance maintenance = policy.rules().maintenance();
        if (maintenance.silencing().isEmpty()) {
            return List.of();
        }
        List<Duty> duties = new ArrayList<>();
        for (Maintenance.Window window : maintenance.windows()) {
            Maintenance one = new Maintenance(List.of(window), maintenance.approvals());
            // More than one of a window may lie in the span of its longest notice.
            for (Maintenance.Occurrence next : one.next(now, 32)) {
                next.noticeDue(now)
                        .map(
                                before ->
                                        new Duty(
                                                Duty.Kind.NOTICE,
                                                "Tell people of \""
                                                        + window.name()
                                                        + "\", "
                                                        + DAY.format(next.from().atZone(zone))
                                                        + ", in "
                                                        + DurationWords.of(
                                                                Duration.between(now, next.from())),
                                                next.from().minus(before),
                                                Optional.empty(),
                                                Optional.empty()))
                        .ifPresent(duties::add);
            }
        }
        return duties;
    }

    /** What nobody has begun with. */
    public List<Duty> waiting() {
        return duties.stream().filter(Duty::waits).toList();
    }
}
