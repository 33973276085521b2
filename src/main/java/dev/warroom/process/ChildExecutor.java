package dev.warroom.process;

import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Commons Exec with a child of ours: reading, the timeout and killing are {@link ChildProcess}'s,
 * because Commons Exec's watchdog kills the direct child only, and its pumps wait for everything
 * that holds the pipe.
 */
final class ChildExecutor extends DefaultExecutor {

    private final ChildCommand command;
    private final boolean grouped;
    private ChildProcess child;

    /**
     * @param grouped whether the command makes itself the leader of a process group
     */
    @SuppressWarnings("deprecation") // the builder cannot build a subclass
    ChildExecutor(ChildCommand command, boolean grouped) {
        this.command = command;
        this.grouped = grouped;
        setStreamHandler(new NoStreams());
        setExitValues(null);
        setWorkingDirectory(command.folder().toFile());
    }

    /** The child; only after it was launched. */
    ChildProcess child() {
        return child;
    }

    @Override
    protected Process launch(CommandLine line, Map<String, String> environment, Path folder)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.arguments());
        builder.directory(command.folder().toFile());
        builder.environment().putAll(command.environment());
        if (command.input().isEmpty()) {
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        }
        child = new ChildProcess(builder.start(), command, grouped);
        return child;
    }
}
