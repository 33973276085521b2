package dev.warroom.room;

import dev.warroom.incident.IncidentEvent.VariableSet;
import dev.warroom.incident.IncidentEvent.VariablesReset;
import dev.warroom.policy.Target;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Step;
import dev.warroom.text.Masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** {@code :env}: what carries on to the next step of the runbook on its target. */
final class Variables {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Characters shown of a value: one that is very long must not hide the others. */
    private static final int MOST_SHOWN = 400;

    private Variables() {}

    /**
     * @param rest empty to show it, {@code NAME=VALUE} to set a variable, {@code reset} to begin
     *     afresh
     */
    static Next command(Room room, String rest) {
        Optional<Runbook> runbook = room.checklist().runbook();
        if (runbook.isEmpty() || !room.incident().begun()) {
            return bad(room, "No runbook is open: steps have nothing to carry on yet.");
        }
        String target = target(room);
        if (rest.isEmpty()) {
            return show(room, target);
        }
        if (!room.mode().writes()) {
            return bad(room, room.mode().refusal());
        }
        if (rest.equals("reset")) {
            return Next.of(room, new Effect.Record(new VariablesReset(runbook.get().id(), target)));
        }
        int equals = rest.indexOf('=');
        String name = equals < 0 ? rest : rest.substring(0, equals).strip();
        if (equals < 0 || !NAME.matcher(name).matches()) {
            return bad(
                    room,
                    "\""
                            + name
                            + "\" sets nothing: write :env NAME=VALUE, with letters, digits and _"
                            + " in the name, or :env reset.");
        }
        return set(
                room,
                new VariableSet(runbook.get().id(), target, name, rest.substring(equals + 1)));
    }

    /** A secret stays in the room, as that of a placeholder does. */
    private static Next set(Room room, VariableSet set) {
        return room.secrecy().named(set.name())
                ? Next.of(
                        room.with(room.secrecy().knowing(set.name(), set.value())),
                        new Effect.Record(
                                new VariableSet(
                                        set.runbook(), set.target(), set.name(), Masking.MASK)))
                : Next.of(room, new Effect.Record(set));
    }

    private static Next show(Room room, String target) {
        Carried carried = Carried.in(room, target);
        return carried.run()
                .map(it -> Next.of(room, new Effect.ReadLeft(it, room.incident().where(it))))
                .orElseGet(
                        () ->
                                Next.of(
                                        room.asking(
                                                reading(
                                                        room,
                                                        target,
                                                        nothing(room, target),
                                                        Map.of()))));
    }

    private static String nothing(Room room, String target) {
        return room.policy().targets().group(target).isPresent()
                ? "Each host goes on where its own last step has ended; :env while a step is aimed"
                        + " at one host shows it."
                : "Nothing is carried on: the next step begins afresh.";
    }

    /** What was asked for is there. Never over a question that was opened meanwhile. */
    static Room shown(Room room, Signal.LeftRead left) {
        if (room.question().isPresent()) {
            return room;
        }
        if (!left.why().isEmpty()) {
            return room.with(Notice.bad("What carries on cannot be read: " + left.why()));
        }
        return room.asking(
                reading(
                        room,
                        target(room),
                        "The next step begins in " + left.folder(),
                        left.variables()));
    }

    private static Question reading(
            Room room, String target, String folder, Map<String, String> left) {
        List<Notice> lines = new ArrayList<>();
        lines.add(Notice.plain(folder));
        Map<String, String> set = Carried.in(room, target).variables();
        new TreeMap<>(left)
                .forEach(
                        (name, value) -> {
                            if (!set.containsKey(name)) {
                                lines.add(line(room, name, value, "exported by a step"));
                            }
                        });
        new TreeMap<>(set)
                .forEach((name, value) -> lines.add(line(room, name, value, "set by :env")));
        lines.add(Notice.plain(""));
        lines.add(
                Notice.plain(
                        ":env NAME=VALUE sets one; :env reset lets the next step begin afresh."));
        return new Question.Reading("What carries on, on " + target, lines, 0);
    }

    private static Notice line(Room room, String name, String value, String words) {
        String masked = room.secrecy().named(name) ? Masking.MASK : room.secrecy().masked(value);
        String shown =
                masked.length() <= MOST_SHOWN
                        ? masked
                        : masked.substring(0, MOST_SHOWN)
                                + " … ("
                                + masked.length()
                                + " characters)";
        return Notice.plain(name + "=" + shown + "  (" + words + ")");
    }

    private static String target(Room room) {
        Optional<Step> step = room.checklist().selected();
        return step.map(it -> Targeting.name(room, it))
                .orElseGet(() -> room.launches().chosen().orElse(Target.LOCAL));
    }

    private static Next bad(Room room, String why) {
        return Next.of(room.with(Notice.bad(why)));
    }
}
