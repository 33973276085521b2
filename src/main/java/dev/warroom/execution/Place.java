package dev.warroom.execution;

import static dev.warroom.text.ShellWords.quoted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where runs are: a shell that can be started, and the folder that keeps them there.
 *
 * @param name as people know it: {@code local}, {@code app-1}
 * @param shell the command line that gives a POSIX shell at the place
 * @param leave the command line that ends what {@code shell} leaves behind; empty for nothing
 * @param look the command line that finds out why {@code shell} gives none; empty for none
 * @param mark stands behind the names of runs there, where more than one state folder keeps runs in
 *     {@code root}: each counts from 1; may be empty
 * @param root the folder; {@code ~/.warroom/runs} there where it is empty
 */
public record Place(
        String name,
        List<String> shell,
        List<String> leave,
        List<String> look,
        String root,
        String mark) {

    public Place {
        shell = List.copyOf(shell);
        leave = List.copyOf(leave);
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
                List.of(),
                List.of(),
                state.toAbsolutePath().resolve("runs").toString(),
                "");
    }

    /** The command line that starts a run which was prepared, for a terminal. */
    public List<String> terminal(String run) {
        if (!root.isEmpty() && leave.isEmpty()) {
            String folder = root + "/" + kept(run);
            return List.of("sh", folder + "/supervise", folder);
        }
        String folder =
                root.isEmpty()
                        ? "\"$HOME\"/.warroom/runs/" + kept(run)
                        : quoted(root) + "/" + kept(run);
        List<String> command = new ArrayList<>();
        shell.forEach(it -> command.add(it.equals("-T") ? "-t" : it));
        command.removeLast();
        command.add("exec sh " + folder + "/supervise " + folder);
        return command;
    }

    /** The same, whose runs have another mark. */
    public Place marked(String another) {
        return new Place(name, shell, leave, look, root, another);
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
        return new Place(name, shell, leave, look, folder, mark);
    }
}
