package dev.warroom.execution;

import static dev.warroom.execution.ShellText.quoted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where runs are: a shell that can be started, and the folder that keeps them there.
 *
 * @param name as people know it: {@code local}, {@code app-1}
 * @param shell the command line that gives a POSIX shell at the place
 * @param leave the command line that ends what {@code shell} leaves behind; empty for nothing
 * @param look the command line that finds out why {@code shell} gives none; empty for none
 * @param root the folder; {@code ~/.warroom/runs} there where it is empty
 */
public record Place(
        String name, List<String> shell, List<String> leave, List<String> look, String root) {

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
                state.toAbsolutePath().resolve("runs").toString());
    }

    /** The command line that starts a run which was prepared, for a terminal. */
    public List<String> terminal(String run) {
        if (!root.isEmpty() && leave.isEmpty()) {
            String folder = root + "/" + run;
            return List.of("sh", folder + "/supervise", folder);
        }
        String folder =
                root.isEmpty() ? "\"$HOME\"/.warroom/runs/" + run : quoted(root) + "/" + run;
        List<String> command = new ArrayList<>();
        shell.forEach(it -> command.add(it.equals("-T") ? "-t" : it));
        command.removeLast();
        command.add("exec sh " + folder + "/supervise " + folder);
        return command;
    }

    /** The same, keeping its runs in another folder there. */
    Place keeping(String folder) {
        return new Place(name, shell, leave, look, folder);
    }
}
