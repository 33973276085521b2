package dev.warroom.process;

import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Starts a child that is to outlive this program: nothing of it is read or waited for here, and it
 * must let go of its three streams by itself.
 */
public final class Detached extends DefaultExecutor {

    @SuppressWarnings("deprecation") // the builder cannot build a subclass
    private Detached() {}

    /**
     * @param arguments the program and its arguments, none of them read by a shell
     * @param environment all of the child's environment
     * @return the child, already running
     * @throws IOException when it cannot be started; the message says why
     */
    public static Process start(
            List<String> arguments, Path folder, Map<String, String> environment)
            throws IOException {
        CommandLine line = new CommandLine(arguments.getFirst());
        arguments
                .subList(1, arguments.size())
                .forEach(argument -> line.addArgument(argument, false));
        return new Detached().launch(line, environment, folder);
    }
}
