package dev.warroom.incident;

import dev.warroom.incident.CommandEvent.Reopened;
import dev.warroom.incident.IncidentEvent.Acknowledged;
import dev.warroom.incident.IncidentEvent.ClockChanged;
import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.incident.IncidentEvent.PatternSeen;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.IncidentEvent.RunbookChanged;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepMoved;
import dev.warroom.incident.IncidentEvent.StepStarted;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Why an event makes no sense any more, because somebody else's fact came first. It is looked for
 * while nobody else can write, so of two people who start the same step one does.
 *
 * @param words for the person who came second; empty where it is so as they wanted
 */
public record Conflict(String words) {

    private static final Conflict AS_WANTED = new Conflict("");

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT);

    /** Empty where {@code event} makes sense in {@code incident} as it is now. */
    public static Optional<Conflict> of(Incident incident, IncidentEvent event) {
        return switch (event) {
            case StepStarted started -> started(incident, started);
            case StepFinished finished -> finished(incident, finished);
            case Acknowledged() ->
                    incident.acknowledgedAt()
                            .map(
                                    it ->
                                            new Conflict(
                                                    incident.id()
                                                            + " was acknowledged at "
                                                            + clock(it)
                                                            + who(incident, Acknowledged.class)
                                                            + "."));
            case Resolved resolved ->
                    incident.endedAt()
                            .map(
                                    it ->
                                            new Conflict(
                                                    incident.id()
                                                            + " was resolved at "
                                                            + clock(it)
                                                            + who(incident, Resolved.class)
                                                            + "."));
            case Reopened reopened ->
                    incident.open()
                            ? Optional.of(new Conflict(incident.id() + " is open."))
                            : Optional.empty();
            case HealthChanged changed ->
                    asWanted(
                            newest(
                                    incident,
                                    HealthChanged.class,
                                    it -> it.probe().equals(changed.probe()),
                                    it -> it.to().equals(changed.to())));
            case PatternSeen seen ->
                    asWanted(
                            incident.facts()
                                    .only(PatternSeen.class)
                                    .anyMatch(it -> sameAs(seen, it.event())));
            case RunbookChanged changed ->
                    asWanted(
                            newest(
                                    incident,
                                    RunbookChanged.class,
                                    it -> it.runbook().equals(changed.runbook()),
                                    it ->
                                            !it.hash().isEmpty()
                                                    && it.hash().equals(changed.hash())));
            case StepMoved moved -> asWanted(incident.walk().isWith(moved));
            case ClockChanged changed -> asWanted(incident.clocks().told(changed));
            case CommandEvent.DriverChanged changed -> driver(incident, changed);
            case CommandEvent.DriverAsked asked -> seat(incident, asked);
            case CommandEvent.DriverKept kept ->
                    incident.command().seat().askedBy(kept.person())
                            ? Optional.empty()
                            : Optional.of(new Conflict(kept.person() + " does not ask any more."));
            default -> Optional.empty();
        };
    }

    /** The seat goes from whoever has it, and only to who is given it or was not answered. */
    private static Optional<Conflict> driver(
            Incident incident, CommandEvent.DriverChanged changed) {
        Seat seat = incident.command().seat();
        if (seat.driver().equals(changed.person())) {
            return Optional.of(AS_WANTED);
        }
        boolean answers = !changed.from().isEmpty() && !changed.person().isEmpty();
        return !seat.driver().equals(changed.from()) || answers && !seat.askedBy(changed.person())
                ? Optional.of(
                        new Conflict(
                                seat.driver().isEmpty()
                                        ? "Nobody drives any more."
                                        : seat.driver() + " drives. :drive asks for the seat."))
                : Optional.empty();
    }

    private static Optional<Conflict> seat(Incident incident, CommandEvent.DriverAsked asked) {
        Seat seat = incident.command().seat();
        if (!seat.heldFrom(asked.person())) {
            return Optional.of(new Conflict("Nobody else drives: :drive takes the seat."));
        }
        return seat.asked().map(it -> new Conflict(it.person() + " has asked for it already."));
    }

    private static boolean sameAs(PatternSeen seen, IncidentEvent event) {
        return event instanceof PatternSeen before
                && (before.id().equals(seen.id()) || before.text().equals(seen.text()));
    }

    private static Optional<Conflict> started(Incident incident, StepStarted event) {
        Optional<Attempt> running =
                incident.step(event.step()).attempts().stream()
                        .filter(Attempt::running)
                        .filter(it -> event.batch().isEmpty() || !it.batch().equals(event.batch()))
                        .findFirst();
        if (running.isPresent()) {
            return Optional.of(
                    new Conflict(
                            event.title()
                                    + ": running since "
                                    + clock(running.get().startedAt())
                                    + ", by "
                                    + running.get().who()
                                    + ". Nothing was started."));
        }
        return incident.runs().containsKey(event.run())
                ? Optional.of(
                        new Conflict(
                                "Somebody else started a step at the same moment, so this one was"
                                        + " not: press it again."))
                : Optional.empty();
    }

    private static Optional<Conflict> finished(Incident incident, StepFinished event) {
        return incident.attempt(event.run())
                .filter(it -> !it.open() || !it.running() && event.outcome() == Outcome.UNKNOWN)
                .map(_ -> AS_WANTED);
    }

    private static Optional<Conflict> asWanted(boolean so) {
        return so ? Optional.of(AS_WANTED) : Optional.empty();
    }

    /** Whether the newest that was written down of the same thing says the same of it. */
    private static <E extends IncidentEvent> boolean newest(
            Incident incident, Class<E> kind, Predicate<E> ofTheSame, Predicate<E> saysTheSame) {
        return incident.facts()
                .newest(kind)
                .map(it -> kind.cast(it.event()))
                .filter(ofTheSame)
                .findFirst()
                .filter(saysTheSame)
                .isPresent();
    }

    private static String who(Incident incident, Class<? extends IncidentEvent> kind) {
        return incident.facts().newest(kind).findFirst().map(it -> ", by " + it.who()).orElse("");
    }

    private static String clock(java.time.Instant at) {
        return CLOCK.format(at.atOffset(ZoneOffset.UTC));
    }
}
