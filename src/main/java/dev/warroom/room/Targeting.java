package dev.warroom.room;

import dev.warroom.policy.Target;
import dev.warroom.policy.Targets;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Settings;
import dev.warroom.runbook.Step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a step runs: where the operator wants this step to, else where the step or its section
 * says, else where the operator wants steps to run, else where the runbook says, else here.
 */
public final class Targeting {

    private Targeting() {}

    /** The name of the target that {@code step} would run on now. */
    public static String name(Room room, Step step) {
        return Optional.ofNullable(room.launches().picked().get(step.id()))
                .or(() -> step.attributes().target())
                .or(() -> room.launches().chosen())
                .or(() -> settings(room).flatMap(Settings::target))
                .orElse(Target.LOCAL);
    }

    static Optional<Settings> settings(Room room) {
        return room.checklist().runbook().map(Runbook::settings);
    }

    /** Shows what would run, and where. */
    static Next preview(Room room, Step step) {
        String name = name(room, step);
        String script = Script.filled(step, room.walk());
        return aim(targets(room), name, script, step, settings(room))
                .map(
                        aim ->
                                aim.each(
                                        it ->
                                                it.with(Carried.in(room, it.target().name(), name))
                                                        .within(limit(room, step))))
                .map(it -> Ways.show(room, Question.Preview.of(step, it)))
                .orElseGet(() -> Next.of(room.with(Notice.bad(noTarget(name)))));
    }

    /** A stream runs until it is stopped. */
    private static Optional<Duration> limit(Room room, Step step) {
        return step.kind() == Step.Kind.STREAM ? Optional.empty() : room.policy().steps().timeout();
    }

    /** Where {@code name} leads; empty where it can be no host. */
    public static Optional<Aim> aim(
            Targets targets, String name, String script, Step step, Optional<Settings> settings) {
        return targets.group(name)
                .map(
                        group ->
                                new Aim(
                                        name,
                                        targets.members(group).stream()
                                                .map(it -> Launch.of(script, it, step, settings))
                                                .toList(),
                                        group.atOnce(),
                                        group.stopsAtFailure()))
                .or(
                        () ->
                                targets.named(name)
                                        .map(it -> Aim.at(Launch.of(script, it, step, settings))));
    }

    private static String noTarget(String name) {
        return "\""
                + name
                + "\" cannot be the name of a host, and warroom.yaml has no target of this name:"
                + " mend the runbook's target.";
    }

    /** The next target of the workspace for the step that is looked at. */
    static Next next(Room room, Step step) {
        List<String> names = offered(room, step);
        if (names.size() < 2) {
            return Next.of(
                    room.with(
                            Notice.plain("There is no other target: name some in warroom.yaml.")));
        }
        int at = names.indexOf(name(room, step));
        String next = names.get((at + 1) % names.size());
        return Running.ask(room.with(room.launches().picking(step.id(), next)), step);
    }

    /** Only the hosts on which the step did not pass the last time. */
    static Next failedOnly(Room room, Question.Preview preview) {
        List<String> left = FanOut.unpassed(room, preview.step(), preview.aim());
        return left.isEmpty()
                ? Next.of(room.with(Notice.plain("It has failed on none of these hosts.")))
                : Ways.show(room, Question.Preview.of(preview.step(), preview.aim().only(left)));
    }

    /** All targets; what the runbook names is one, whatever the workspace says of it. */
    private static List<String> offered(Room room, Step step) {
        List<String> names = new ArrayList<>(targets(room).names());
        step.attributes()
                .target()
                .or(() -> settings(room).flatMap(Settings::target))
                .filter(it -> !names.contains(it))
                .ifPresent(names::add);
        return names;
    }

    /** Steps that name no target run on {@code name} from now on; where it is empty, as usual. */
    static Next choose(Room room, String name) {
        if (name.isEmpty()) {
            return Next.of(
                    room.with(room.launches().choosing(Optional.empty()))
                            .with(Notice.plain("Steps run where their runbook says, or here.")));
        }
        if (targets(room).group(name).isEmpty() && targets(room).named(name).isEmpty()) {
            return Next.of(
                    room.with(
                            Notice.bad(
                                    "\""
                                            + name
                                            + "\" cannot be the name of a host. Targets: "
                                            + String.join(" ", names(room)))));
        }
        boolean known = targets(room).names().contains(name);
        return Next.of(
                room.with(room.launches().choosing(Optional.of(name)))
                        .with(
                                Notice.plain(
                                        "Steps that name no target run on "
                                                + name
                                                + (known
                                                        ? ""
                                                        : ", which is no target of warroom.yaml: a"
                                                                + " host as your ssh knows it")
                                                + ". :target alone takes it back.")));
    }

    /** What can follow {@code :target}. */
    static List<String> names(Room room) {
        return targets(room).names();
    }

    private static Targets targets(Room room) {
        return room.policy().targets();
    }
}
