package dev.warroom.room;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.Batch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The outputs of runs on other machines: their rooms are asked when somebody here opens one, and
 * while it is looked at and the run goes on, again and again.
 */
final class Borrowing {

    /** How long what is looked at stays as it is, at least. */
    private static final Duration LEAST = Duration.ofSeconds(5);

    /** A slow way is used for a tenth of the time at most. */
    private static final int SHARE = 10;

    private Borrowing() {}

    /** Whether a run's room should be asked when its output is opened. */
    static boolean wanted(Room room, String run) {
        return !room.together().near(run)
                && room.outputs()
                        .of(run)
                        .flatMap(Outputs.Output::far)
                        .map(FarOutput::wanting)
                        .orElse(true);
    }

    /** Asks the room in which a run was begun. */
    static Next ask(Room room, String run) {
        if (!wanted(room, run)) {
            return Next.of(room);
        }
        Instant now = room.now();
        boolean ended = !goesOn(room, run);
        FarOutput asked =
                room.outputs()
                        .of(run)
                        .flatMap(Outputs.Output::far)
                        .map(it -> it.again(now, ended))
                        .orElseGet(() -> FarOutput.first(now, ended));
        return Next.of(room.with(room.outputs().far(run, asked)), new Effect.AskOutput(run));
    }

    /** Its room has answered, or nobody has. */
    static Next told(Room room, Signal.OutputTold told) {
        String run = told.run();
        Optional<FarOutput> asked =
                room.outputs().of(run).flatMap(Outputs.Output::far).filter(FarOutput::waiting);
        if (asked.isEmpty()) {
            return Next.of(room);
        }
        if (!told.trouble().isEmpty()) {
            FarOutput failed = asked.get().failed(room.now(), told.trouble());
            return Next.of(room.with(room.outputs().far(run, failed)));
        }
        List<String> lines = room.secrecy().maskedLines(told.lines());
        FarOutput came = asked.get().came(room.now());
        return Next.of(room.with(room.outputs().told(run, lines, told.before(), came)));
    }

    /** What is looked at is asked for anew while it may have grown. */
    static Next due(Next next) {
        Room room = next.room();
        if (room.screen().output().isEmpty() || room.outputs().fromEnd() > 0) {
            return next;
        }
        List<Effect> asks = new ArrayList<>();
        for (String run : shown(room, room.screen().output().get()).toList()) {
            if (wanted(room, run) && grown(room, run)) {
                Next asked = ask(room, run);
                room = asked.room();
                asks.addAll(asked.effects());
            }
        }
        return new Next(room, next.effects()).and(asks);
    }

    private static boolean grown(Room room, String run) {
        Optional<FarOutput> far = room.outputs().of(run).flatMap(Outputs.Output::far);
        if (far.isEmpty()) {
            return true;
        }
        Duration slow = far.get().took().multipliedBy(SHARE);
        Duration pause = slow.compareTo(LEAST) > 0 ? slow : LEAST;
        return (goesOn(room, run) || far.get().trouble().isEmpty())
                && (!far.get().asked().plus(pause).isAfter(room.now())
                        || far.get().asked().isAfter(room.now()));
    }

    private static Stream<String> shown(Room room, String output) {
        return Batch.is(output)
                ? FanOut.batch(room, output).stream()
                        .flatMap(it -> it.attempts().stream())
                        .map(Attempt::run)
                : Stream.of(output);
    }

    private static boolean goesOn(Room room, String run) {
        return room.incident().running().stream().anyMatch(it -> it.run().equals(run));
    }
}
