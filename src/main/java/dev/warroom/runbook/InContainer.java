package dev.warroom.runbook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A call that starts something in a container, as far as it tells whether it wants a terminal. */
final class InContainer {

    /** They keep containers. */
    static final Set<String> PROGRAMS =
            Set.of("docker", "docker-compose", "podman", "kubectl", "oc");

    private static final Pattern TERMINAL = Pattern.compile("-[a-z]*t[a-z]*|--tty(?:=true)?");
    private static final Pattern INPUT =
            Pattern.compile("-[a-z]*[it][a-z]*|--(?:tty|stdin|interactive)(?:=true)?");
    private static final Pattern DETACHED =
            Pattern.compile("-[a-zA-Z]*d[a-zA-Z]*|--detach(?:=true)?");

    private static final Pattern WITHOUT = Pattern.compile("-T|--no-TTY|--no-tty");

    /** A password that is not asked for. */
    private static final Pattern TOLD = Pattern.compile("-p.*|--password.*");

    private static final List<String> VERBS = List.of("exec", "run", "debug");

    private InContainer() {}

    /** Whether it is one of a program that keeps containers. */
    static boolean begins(Call call) {
        return PROGRAMS.contains(call.program());
    }

    /**
     * Whether it leaves what it starts to itself.
     *
     * @param options of a container that is started
     */
    static boolean isDetached(Call options) {
        return options.has(DETACHED);
    }

    /** Whether it talks with a person, or refuses to begin without a terminal. */
    static boolean wantsTerminal(Call call) {
        boolean cluster = call.isOfCluster();
        Optional<String> verb = verb(call);
        if (verb.isEmpty()) {
            return !cluster && asks(call);
        }
        Call options = call.forContainer(verb.get());
        Call inside = call.inContainer(verb.get());
        if (isDetached(options)) {
            return false;
        }
        if (call.program().equals("docker-compose") || call.has("compose")) {
            return !options.has(WITHOUT) && Dialogues.isDialogue(inside);
        }
        // Docker refuses to begin without a terminal, others only say so.
        return options.has(cluster ? INPUT : TERMINAL)
                && (!cluster || inside.program().isEmpty() || Dialogues.isDialogue(inside));
    }

    /**
     * Whether it opens a shell there, by its name or as what the container starts by itself.
     *
     * @param call that wants a terminal
     */
    static boolean opensShell(Call call) {
        Optional<String> verb = verb(call);
        if (verb.isEmpty()) {
            return call.has("attach") || call.has("rsh");
        }
        Call inside = call.inContainer(verb.get());
        return inside.program().isEmpty() || Dialogues.opensShell(inside);
    }

    private static Optional<String> verb(Call call) {
        return VERBS.stream().filter(call::has).findFirst();
    }

    private static boolean asks(Call call) {
        String first = call.rest().isEmpty() ? "" : call.rest().getFirst();
        return first.equals("attach") || first.equals("login") && !call.has(TOLD);
    }
}
