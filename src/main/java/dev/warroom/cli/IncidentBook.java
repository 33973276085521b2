package dev.warroom.cli;

import dev.warroom.incident.CommandEvent.DriverAsked;
import dev.warroom.incident.CommandEvent.DriverChanged;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Seat;
import dev.warroom.room.Person;
import dev.warroom.room.Signal;
import dev.warroom.room.Together;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An incident in which a runbook is run without a screen, shared or not: by the rules of the room,
 * with nobody to ask. Where somebody drives, nobody else starts steps.
 */
final class IncidentBook implements RunBook {

    /** How long the room's server may take to tell what is in the incident. */
    private static final Duration CATCHING_UP = Duration.ofSeconds(15);

    private static final Duration LOOK = Duration.ofMillis(500);

    private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Recorder recorder;
    private final Person person;
    private final Consumer<String> say;
    private Incident incident = Incident.empty("");
    private Together together = Together.NONE;
    private boolean caughtUp;
    private boolean took;

    /**
     * Opens it, and waits until all is there that others have recorded, or nobody can say.
     *
     * @param say told what a person should know
     * @throws Failure if it cannot be opened
     */
    IncidentBook(
            String id,
            Opening opening,
            Person person,
            Optional<Recorder.Sharer> sharer,
            Consumer<String> say)
            throws InterruptedException {
        this.person = person;
        this.say = say;
        recorder = new Recorder(opening, person, signals::add, sharer);
        recorder.open(id);
        long end = System.nanoTime() + CATCHING_UP.toNanos();
        while (!opened()) {
            if (System.nanoTime() > end) {
                say.accept(
                        "The room's server does not tell what others have recorded"
                                + because(together.trouble())
                                + ". What is recorded here is shared later.");
                return;
            }
            next();
        }
    }

    /** Known as far as it is here, and as far as others have shared it. */
    private boolean opened() {
        boolean alone = incident.begun() && !together.shared();
        return alone || incident.begun() && caughtUp;
    }

    private static String because(String why) {
        return why.isEmpty() ? "" : " (" + why + ")";
    }

    /** Takes what has come; waits a moment for it. */
    private Optional<Signal> next() throws InterruptedException {
        Signal signal = signals.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        switch (signal) {
            case null -> {}
            case Signal.JournalOpened opened -> incident = opened.incident();
            case Signal.OpenFailed(String why) -> {
                recorder.close();
                throw new Failure(why);
            }
            case Signal.SharedAs(Together as) -> together = as;
            case Signal.SharingStands(int waiting, var since, String trouble) ->
                    together = together.standing(waiting, since, trouble);
            case Signal.CaughtUp up -> caughtUp = true;
            case Signal.Recorded(var fact) -> incident = incident.apply(fact);
            case Signal.Learned(var fact) -> incident = incident.apply(fact);
            case Signal.Rearranged(Incident now, var added) -> incident = now;
            case Signal.Said(var notice) -> say.accept(notice.text());
            default -> {}
        }
        return Optional.ofNullable(signal);
    }

    private void catchUp() throws InterruptedException {
        while (!signals.isEmpty()) {
            next();
        }
    }

    /**
     * Takes the driver's seat, or asks whoever drives for it and waits for the answer.
     *
     * @throws Failure if it is not given
     */
    void drive() throws InterruptedException {
        String me = person.name();
        if (seat().driver().equals(me)) {
            return;
        }
        took = true;
        if (seat().driver().isEmpty()) {
            record(new DriverChanged(me, "", ""));
        } else {
            String driver = seat().driver();
            record(new DriverAsked(me, Seat.WITHIN));
            say.accept("Asked " + driver + " for the driver's seat, which is yours in a minute.");
            long due = System.nanoTime() + Seat.WITHIN.toNanos();
            while (seat().askedBy(me) && System.nanoTime() < due) {
                next();
            }
            if (seat().askedBy(me)) {
                record(new DriverChanged(me, driver, driver + " did not answer"));
            }
        }
        if (!seat().driver().equals(me)) {
            took = false;
            throw new Failure(seat().driver() + " keeps the driver's seat.");
        }
    }

    private Seat seat() {
        return incident.command().seat();
    }

    @Override
    public String id() {
        return incident.id();
    }

    @Override
    public boolean own() {
        return false;
    }

    @Override
    public String nextRun() {
        int number = incident.runs().size() + 1;
        while (incident.runs().containsKey(run(number))) {
            number++;
        }
        return run(number);
    }

    private String run(int number) {
        return together.named(incident.id() + "-" + number);
    }

    @Override
    public void record(IncidentEvent event) throws InterruptedException {
        recorder.record(event);
        while (true) {
            Optional<Signal> answer = next();
            switch (answer.orElse(null)) {
                case Signal.Recorded(var fact) when fact.event().equals(event) -> {
                    return;
                }
                case Signal.Refused refused when refused.event().equals(event) -> {
                    return;
                }
                // The end of a run is owed, and written as soon as that is possible.
                case Signal.RecordFailed failed
                        when failed.event().equals(event) && event instanceof StepFinished -> {
                    say.accept(failed.why());
                    return;
                }
                case Signal.RecordFailed failed when failed.event().equals(event) ->
                        throw new Failure(failed.why());
                case null, default -> {}
            }
        }
    }

    @Override
    public Optional<String> start(StepStarted start) throws InterruptedException {
        catchUp();
        if (!incident.open()) {
            return Optional.of(incident.id() + " is over");
        }
        if (seat().heldFrom(person.name())) {
            return Optional.of(
                    seat().driver() + " drives, and starts the steps: --drive asks for the seat");
        }
        recorder.record(start);
        while (true) {
            Optional<Signal> answer = next();
            switch (answer.orElse(null)) {
                case Signal.Recorded(var fact) when fact.event().equals(start) -> {
                    return Optional.empty();
                }
                case Signal.Confirmed(var confirmed) when confirmed.equals(start) -> {
                    return Optional.empty();
                }
                case Signal.Refused refused when refused.event().equals(start) -> {
                    return Optional.of(refused.why());
                }
                case Signal.RecordFailed failed when failed.event().equals(start) -> {
                    return Optional.of(failed.why());
                }
                case Signal.ClaimUnconfirmed(var claimed, String why)
                        when claimed.equals(start) -> {
                    return Optional.of(
                            "nobody can say whether it runs elsewhere ("
                                    + why
                                    + "), and only a person in a room may start it all the same");
                }
                case null, default -> {}
            }
        }
    }

    /** The recorder sees to it: a start is on the disk when it is told, an end soon after. */
    @Override
    public void settle() {}

    /** Gives the seat back that was taken for this run, and says what is not shared yet. */
    @Override
    public void close() {
        try {
            catchUp();
            if (took && seat().driver().equals(person.name())) {
                record(new DriverChanged("", person.name(), ""));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            recorder.close();
        }
    }
}
