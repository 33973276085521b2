package dev.warroom.room;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.IncidentEvent.ValueSet;
import dev.warroom.incident.IncidentEvent.VariableSet;
import dev.warroom.policy.OutputReaders;
import dev.warroom.policy.SharedRoom;
import dev.warroom.text.Masking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives what this machine's runs have printed to rooms on other machines: masked, as far as the
 * policy allows, a message full at a time.
 */
final class Lending {

    /** Of the lines in one message. */
    static final int MOST_BYTES = 100_000;

    /** Who waits while an output is read from its file. */
    static final int MOST_WAITING = 20;

    private Lending() {}

    static Next wanted(Room room, Wanted wanted) {
        Optional<String> refusal = refusal(room, wanted);
        if (refusal.isPresent()) {
            return Next.of(room, refused(wanted, refusal.get()));
        }
        boolean read =
                room.together().wanted().stream().anyMatch(it -> it.run().equals(wanted.run()));
        if (!read && room.outputs().of(wanted.run()).filter(it -> !it.cut()).isPresent()) {
            return Next.of(room, piece(room, wanted));
        }
        if (room.together().wanted().size() >= MOST_WAITING) {
            return Next.of(room, refused(wanted, "too much is asked of it at the moment"));
        }
        Room waiting = room.with(room.together().plus(wanted));
        return read
                ? Next.of(waiting)
                : Next.of(
                        waiting.with(room.outputs().again(wanted.run())),
                        new Effect.ReadOutput(wanted.run(), room.incident().where(wanted.run())));
    }

    /** Lines of a run have come: whoever waits for them has them. */
    static Next arrived(Room room, String run) {
        List<Effect> answers = new ArrayList<>();
        for (Wanted wanted : room.together().wanted()) {
            if (wanted.run().equals(run)) {
                answers.add(piece(room, wanted));
            }
        }
        return answers.isEmpty()
                ? Next.of(room)
                : new Next(room.with(room.together().without(run)), answers);
    }

    private static Optional<String> refusal(Room room, Wanted wanted) {
        OutputReaders readers =
                room.policy().shared().map(SharedRoom::outputs).orElse(OutputReaders.NONE);
        if (readers == OutputReaders.NONE) {
            return Optional.of("its policy is output: none");
        }
        if (readers == OutputReaders.MEMBERS && !wanted.member()) {
            return Optional.of(
                    "its policy is output: members, and no member of the room has signed that they"
                            + " ask");
        }
        if (!room.incident().runs().containsKey(wanted.run())) {
            return Optional.of("it does not know this run");
        }
        return unknownSecret(room, wanted.run())
                ? Optional.of(
                        "a secret that was typed before it was opened again may be in it, which it"
                                + " cannot mask")
                : Optional.empty();
    }

    /** Whether a secret was typed on this machine before a run that is not in memory any more. */
    private static boolean unknownSecret(Room room, String run) {
        for (Fact fact : room.incident().facts()) {
            if (fact.event() instanceof StepStarted start && start.run().equals(run)) {
                return false;
            }
            if (fact.host().equals(room.person().host())
                    && secret(fact.event())
                            .filter(it -> !room.secrecy().values().containsKey(it))
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The name of what was typed unseen. */
    private static Optional<String> secret(IncidentEvent event) {
        return switch (event) {
            case ValueSet(String name, String value) when value.equals(Masking.MASK) ->
                    Optional.of(name);
            case VariableSet(var runbook, var target, String name, String value)
                    when value.equals(Masking.MASK) ->
                    Optional.of(name);
            default -> Optional.empty();
        };
    }

    private static Effect refused(Wanted wanted, String why) {
        return new Effect.TellOutput(wanted.id(), List.of(), 0, 0, 0, why);
    }

    /** As many lines as go into a message, the newest before the place that is asked for. */
    private static Effect piece(Room room, Wanted wanted) {
        Outputs.Output output = room.outputs().of(wanted.run()).orElse(Outputs.Output.EMPTY);
        LineBuffer<String> buffer = output.lines();
        long least = buffer.gone();
        long newest = least + buffer.size();
        long end = wanted.before() == 0 ? newest : Math.clamp(wanted.before(), least, newest);
        List<String> all =
                buffer.window((int) (newest - end), (int) Math.min(end - least, Outputs.LIMIT));
        List<String> lines = room.secrecy().maskedLines(all);
        int from = lines.size();
        for (int bytes = 0; from > 0; from--) {
            bytes += lines.get(from - 1).getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes > MOST_BYTES && from < lines.size()) {
                break;
            }
        }
        List<String> given = lines.subList(from, lines.size());
        return new Effect.TellOutput(
                wanted.id(), given, end - given.size(), least, least + output.dropped(), "");
    }
}
