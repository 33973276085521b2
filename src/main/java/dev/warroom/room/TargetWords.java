package dev.warroom.room;

import dev.warroom.policy.Target;
import dev.warroom.runbook.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where something is to run, in words: the same in the preview and in lines. */
public final class TargetWords {

    private static final int MOST_NAMES = 12;

    private TargetWords() {}

    /** Whether there is any other place to choose. */
    public static boolean others(Room room) {
        return Targeting.names(room).size() > 1;
    }

    /** As {@link #place(Room, Launch)}, or "on 3 hosts of app as deploy". */
    public static String place(Room room, Aim aim) {
        if (!aim.several()) {
            return place(room, aim.first());
        }
        List<String> users =
                aim.launches().stream().map(it -> user(room, it.target())).distinct().toList();
        return "on "
                + aim.launches().size()
                + " hosts of "
                + aim.name()
                + (users.size() == 1 ? " as " + users.getFirst() : " as their own users");
    }

    /** Where it begins on all hosts. */
    public static String folder(Room room, Aim aim) {
        return aim.launches().stream()
                .map(it -> folder(room, it))
                .distinct()
                .limit(5)
                .collect(Collectors.joining(", "));
    }

    /** How several hosts are taken, and which; empty for one. */
    public static List<String> hosts(Room room, Step step, Aim aim) {
        if (!aim.several()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(aim.manner());
        List<String> left = FanOut.unpassed(room, step, aim);
        if (!left.isEmpty() && left.size() < aim.hosts().size()) {
            String some = left.stream().limit(MOST_NAMES).collect(Collectors.joining(" "));
            lines.add(
                    "f  only where it did not pass: "
                            + (left.size() > MOST_NAMES
                                    ? left.size() + " hosts: " + some + " …"
                                    : some));
        }
        // Last, because there may be a thousand of them.
        lines.add(String.join(" ", aim.hosts()));
        return lines;
    }

    /** "on app-1 (10.0.0.5) as deploy". */
    public static String place(Room room, Launch launch) {
        Target target = launch.target();
        String host = target.local() ? room.person().host() : target.name();
        boolean other = !target.local() && !target.host().equals(target.name());
        String behind =
                target.local()
                        ? " (local)"
                        : other ? " (" + target.address().replaceAll("^.*@", "") + ")" : "";
        return "on " + host.replaceAll("^.*@", "") + behind + " as " + user(room, target);
    }

    private static String user(Room room, Target target) {
        String login =
                target.local()
                        ? room.person().name()
                        : target.user().orElse("the user of your ssh_config");
        return target.sudo().map(it -> it + " (by sudo from " + login + ")").orElse(login);
    }

    /** Where it begins: "in /srv/app". */
    public static String folder(Room room, Launch launch) {
        String folder = launch.folder();
        if (!launch.target().local()) {
            return "in " + (folder.isEmpty() ? "the home folder there" : folder);
        }
        boolean whole = folder.startsWith("/") || folder.startsWith("~");
        return "in "
                + (folder.isEmpty()
                        ? room.workspace()
                        : whole ? folder : room.workspace() + "/" + folder);
    }

    /** What else is said of it: "production · 1 host · sh"; may be empty. */
    public static String more(Aim aim) {
        Launch launch = aim.first();
        String tags =
                aim.launches().stream()
                        .flatMap(it -> it.target().tags().stream())
                        .distinct()
                        .collect(Collectors.joining(" · "));
        String shell = launch.shell().equals("bash") ? "" : "by " + launch.shell();
        String hosts =
                aim.several()
                        ? aim.launches().size() + " hosts"
                        : launch.target().local() ? "" : "1 host";
        return Stream.of(hosts, tags, shell)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
