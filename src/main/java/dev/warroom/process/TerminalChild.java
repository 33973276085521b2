package dev.warroom.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A child that has the terminal of this program while it runs. */
public final class TerminalChild {

    /**
     * The child is a job of its own in the terminal's foreground: what Ctrl-C and Ctrl-\\ end is
     * the child and not this program. The last command keeps bash from becoming the child.
     */
    private static final String AS_A_JOB = "set -m; \"$@\"; exit $?";

    private TerminalChild() {}

    /**
     * Runs {@code arguments} on the terminal; waits for their end.
     *
     * @param folder where it runs
     * @param begun told when it has started
     * @return its exit code
     * @throws IOException when it cannot be started; the message says why
     */
    public static int run(List<String> arguments, Path folder, Runnable begun)
            throws IOException, InterruptedException {
        Optional<Path> bash = Programs.find("bash", System.getenv("PATH"), folder);
        if (bash.isEmpty()) {
            throw new IOException("there is no bash here, which hands over the terminal");
        }
        List<String> command = new ArrayList<>(List.of(bash.get().toString(), "-c", AS_A_JOB));
        command.add("bash");
        command.addAll(arguments);
        Process child = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
        begun.run();
        return child.waitFor();
    }
}
