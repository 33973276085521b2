package dev.warroom.process;

import org.apache.commons.exec.CommandLine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Starts every short child process of the program: probes, hooks, clipboard helpers.
 *
 * <p>A child runs in a session of its own where {@code setsid} is installed, so that its timeout
 * ends whatever it has started as well. What a child that ended by itself leaves running goes on,
 * but is not waited for.
 */
public final class Child {

    private Child() {}

    /**
     * Runs {@code command} and waits for its end, not much longer than its timeout.
     *
     * @throws IOException when it cannot be started; the message says why
     * @throws InterruptedException when the calling thread is interrupted; the child is killed then
     */
    public static ChildResult run(ChildCommand command) throws IOException, InterruptedException {
        return run(command, Programs.find("setsid", System.getenv("PATH"), command.folder()));
    }

    static ChildResult run(ChildCommand command, Optional<Path> setsid)
            throws IOException, InterruptedException {
        if (!Files.isDirectory(command.folder())) {
            throw new IOException(
                    command.program()
                            + " cannot run in "
                            + command.folder()
                            + ": that is not a folder");
        }
        Programs.require(command);
        ChildCommand whole = setsid.map(command::behind).orElse(command);
        ChildExecutor executor = new ChildExecutor(whole, setsid.isPresent());
        long began = System.nanoTime();
        int exit = executor.execute(new CommandLine(command.program()));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        ChildProcess child = executor.child();
        if (child.interrupted()) {
            throw new InterruptedException(command.program() + " was interrupted");
        }
        return new ChildResult(
                child.timedOut() ? OptionalInt.empty() : OptionalInt.of(exit),
                child.timedOut(),
                child.output().text(),
                child.errors().text(),
                child.output().cut() || child.errors().cut(),
                took);
    }
}
