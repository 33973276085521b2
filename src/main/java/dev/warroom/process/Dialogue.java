package dev.warroom.process;

import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A child that is spoken with for a while: it is written to, and answers. */
public final class Dialogue extends DefaultExecutor implements AutoCloseable {

    private static final int MOST_COMPLAINTS = 16 * 1024;
    private static final long LAST_WORDS_MS = 500;

    private final Process process;
    private final Capture complaints;
    private final boolean grouped;

    @SuppressWarnings("deprecation") // the builder cannot build a subclass
    private Dialogue(
            List<String> arguments, Map<String, String> environment, Path folder, boolean grouped)
            throws IOException {
        this.grouped = grouped;
        CommandLine line = new CommandLine(arguments.getFirst());
        arguments
                .subList(1, arguments.size())
                .forEach(argument -> line.addArgument(argument, false));
        process = launch(line, environment, folder);
        complaints = new Capture(process.getErrorStream(), MOST_COMPLAINTS);
    }

    /**
     * Starts {@code arguments} in a session of its own where {@code setsid} is installed, so that
     * it has no terminal to ask and is not told when that goes away.
     *
     * @param arguments the program and its arguments, none of them read by a shell
     * @param without variables of this program's environment that the child does not get
     * @throws IOException when it cannot be started; the message says why
     */
    public static Dialogue start(List<String> arguments, List<String> without) throws IOException {
        return start(arguments, without, Path.of("/"));
    }

    /**
     * The same for what may wait for the processor where others are busy: it comes after whatever
     * has the usual priority, so that many of them together do not keep a person waiting.
     */
    public static Dialogue patient(List<String> arguments, List<String> without)
            throws IOException {
        return start(Lead.patient(), arguments, without, Path.of("/"));
    }

    /**
     * The same.
     *
     * @param folder where it runs
     */
    public static Dialogue start(List<String> arguments, List<String> without, Path folder)
            throws IOException {
        return start(Lead.session(), arguments, without, folder);
    }

    private static Dialogue start(
            Lead lead, List<String> arguments, List<String> without, Path folder)
            throws IOException {
        List<String> command = new ArrayList<>(lead.words());
        command.addAll(arguments);
        Map<String, String> environment = new HashMap<>(System.getenv());
        without.forEach(environment::remove);
        environment.putAll(lead.environment());
        return new Dialogue(command, environment, folder, lead.grouped());
    }

    /** Writes {@code text}, as UTF-8; waits while the child does not read. */
    public void say(String text) throws IOException {
        OutputStream out = process.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Writes the first {@code count} of {@code bytes}; waits while the child does not read. */
    public void send(byte[] bytes, int count) throws IOException {
        OutputStream out = process.getOutputStream();
        out.write(bytes, 0, count);
        out.flush();
    }

    /** What it answers, buffered. */
    public InputStream answers() {
        return process.getInputStream();
    }

    /** The beginning of what it has written to its standard error so far; never waits. */
    public synchronized String complaints() {
        while (complaints.read()) {
            // Until there is no more.
        }
        return complaints.text();
    }

    /** Its exit code, where it ends very soon. */
    public OptionalInt exit() throws InterruptedException {
        return process.waitFor(LAST_WORDS_MS, TimeUnit.MILLISECONDS)
                ? OptionalInt.of(process.exitValue())
                : OptionalInt.empty();
    }

    /** Whether it has not ended. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Ends it and all it has started, whatever they are doing; gives them a moment before. */
    public void stop() throws InterruptedException {
        new ProcessGroup(process, grouped).kill();
        process.destroyForcibly();
    }

    /** Ends its input; it ends by itself when it has done what it has to do. */
    public void leave() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended.
            return;
        }
    }

    /** Ends it, whatever it is doing. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
