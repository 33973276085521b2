package dev.warroom.room;

import dev.warroom.policy.Target;

/** Where something is to run, in words: the same in the preview and in lines. */
public final class TargetWords {

    private TargetWords() {}

    /** Whether there is any other place to choose. */
    public static boolean others(Room room) {
        return Targeting.names(room).size() > 1;
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
    public static String more(Launch launch) {
        String tags = String.join(" · ", launch.target().tags());
        String shell = launch.shell().equals("bash") ? "" : "by " + launch.shell();
        String hosts = launch.target().local() ? "" : "1 host";
        return java.util.stream.Stream.of(hosts, tags, shell)
                .filter(it -> !it.isEmpty())
                .collect(java.util.stream.Collectors.joining(" · "));
    }
}
