package dev.warroom.runbook;

import java.util.Set;
import java.util.regex.Pattern;

/** A call that starts something in a container, as far as it tells whether it wants a terminal. */
final class InContainer {

    private static final Set<String> CONTAINERS =
            Set.of("docker", "docker-compose", "podman", "kubectl", "oc");
    private static final Pattern TERMINAL = Pattern.compile("-[a-z]*t[a-z]*|--tty(?:=true)?");
    private static final Pattern INPUT =
            Pattern.compile("-[a-z]*[it][a-z]*|--(?:tty|stdin|interactive)(?:=true)?");
    private static final Pattern DETACHED = Pattern.compile("-[a-z]*d[a-z]*|--detach(?:=true)?");

    private InContainer() {}

    /** Whether it is one of a program that keeps containers. */
    static boolean begins(Call call) {
        return CONTAINERS.contains(call.program());
    }

    /** Whether it talks with a person, or refuses to begin without a terminal. */
    static boolean wantsTerminal(Call call) {
        boolean exec = call.has("exec");
        if (!exec && !call.has("run") && !call.has("attach") && !call.has("login")) {
            return false;
        }
        boolean cluster = call.program().equals("kubectl") || call.program().equals("oc");
        boolean composed = call.program().equals("docker-compose") || call.has("compose");
        if (call.has("login") && !exec && !cluster) {
            return call.rest().getFirst().equals("login")
                    && call.rest().stream().noneMatch(it -> it.matches("-p.*|--password.*"));
        }
        if (call.has("attach") && !cluster) {
            return call.rest().getFirst().equals("attach");
        }
        if (!exec && !call.has("run") || hasFlag(call, DETACHED)) {
            return false;
        }
        Call inside = call.inContainer(exec ? "exec" : "run");
        if (composed) {
            return !call.has("-T") && !call.has("--no-TTY") && Dialogues.isDialogue(inside);
        }
        // Docker refuses to begin without a terminal, others only say so.
        return hasFlag(call, cluster ? INPUT : TERMINAL)
                && (!cluster || inside.program().isEmpty() || Dialogues.isDialogue(inside));
    }

    /** Whether a flag stands before what is started in the container. */
    private static boolean hasFlag(Call call, Pattern flag) {
        boolean begun = false;
        for (String word : call.rest()) {
            begun |= word.equals("exec") || word.equals("run");
            if (word.equals("--")) {
                return false;
            }
            if (begun && flag.matcher(word).matches()) {
                return true;
            }
        }
        return false;
    }
}
