package dev.warroom.execution;

import static dev.warroom.text.ShellWords.quoted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where runs are: a shell that can be started, and the folder that keeps them there.
 *
 * @param name as people know it: {@code local}, {@code app-1}
 * @param shell the command line that gives a POSIX shell at the place
 * @param socket of what {@code shell} leaves behind, a connection that others share; empty for
 *     nothing
 * @param look the command line that finds out why {@code shell} gives none; empty for none
 * @param mark stands behind the names of runs there, where more than one state folder keeps runs in
 *     {@code root}: each counts from 1; may be empty
 * @param root the folder; {@code ~/.warroom/runs} there where it is empty
 */
public record Place(
        String name,
        List<String> shell,
        Optional<Path> socket,
        List<String> look,
        String root,
        String mark) {

    private static final Duration LEAVING = Duration.ofSeconds(2);

    public Place {
        shell = List.copyOf(shell);
        look = List.copyOf(look);
    }

    /**
     * This machine.
     *
     * @param state the state folder; runs go into {@code runs/} below it
     */
    public static Place local(Path state) {
        return new Place(
                "local",
                List.of("sh"),
                Optional.empty(),
                List.of(),
                state.toAbsolutePath().resolve("runs").toString(),
                "");
    }

    /**
     * As {@link #shell}, by a process that is the connection as well where there is none yet: two
     * processes for each of many hosts cost more than all else. Ended by the end of its input, it
     * waits for whoever shares the connection; killed, it takes the connection with it.
     */
    List<String> shellAndConnection() {
        return shell.stream().map(it -> it.equals(Ssh.APART) ? Ssh.TOGETHER : it).toList();
    }

    /** The command line that starts a run which was prepared, for a terminal. */
    public List<String> terminal(String run) {
        String supervise = "/" + Requests.PROGRAMS + "/supervise";
        String kept = "/" + kept(run);
        if (!root.isEmpty() && socket.isEmpty()) {
            return List.of("sh", root + supervise, root + kept);
        }
        String folder = root.isEmpty() ? "\"$HOME\"/.warroom/runs" : quoted(root);
        List<String> command = new ArrayList<>();
        shell.forEach(it -> command.add(it.equals("-T") ? "-t" : it));
        command.removeLast();
        command.add("exec sh " + folder + supervise + " " + folder + kept);
        return command;
    }

    /** Ends the connection there, where there is one; waits for that, two seconds at most. */
    public void leave() {
        if (socket.isEmpty()) {
            return;
        }
        Thread ending = Thread.startVirtualThread(() -> Master.end(socket.get()));
        try {
            ending.join(LEAVING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same, whose runs have another mark. */
    public Place marked(String another) {
        return new Place(name, shell, socket, look, root, another);
    }

    /** What a run is called there. */
    String kept(String run) {
        return mark.isEmpty() ? run : run + "." + mark;
    }

    /** The run that is called {@code name} there; empty for one of another state folder. */
    Optional<String> ours(String name) {
        String end = "." + mark;
        if (mark.isEmpty()) {
            return Optional.of(name);
        }
        return name.endsWith(end)
                ? Optional.of(name.substring(0, name.length() - end.length()))
                : Optional.empty();
    }

    /** The same, keeping its runs in another folder there. */
    Place keeping(String folder) {
        return new Place(name, shell, socket, look, folder, mark);
    }
}
