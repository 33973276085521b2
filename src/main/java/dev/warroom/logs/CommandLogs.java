package dev.warroom.logs;

import dev.warroom.policy.ListedLog;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;
import dev.warroom.text.LineAssembler;
import dev.warroom.text.Sanitiser;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Log lines that commands print, such as {@code journalctl -f}, each read by a thread of its own. A
 * command that ends is started again; what it would have printed meanwhile is missing, and that is
 * said.
 */
public final class CommandLogs implements AutoCloseable {

    /** Of one line, as for files. */
    private static final int MOST_BYTES = LogLine.MOST_CHARACTERS - 96;

    private static final int BUFFER = 64 * 1024;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Starts commands. */
    @FunctionalInterface
    public interface Launcher {

        /**
         * @throws IOException when it cannot be started; the message says why
         */
        Running start(String command) throws IOException;
    }

    /** A command that prints lines. */
    public interface Running extends AutoCloseable {

        InputStream output();

        /** How it has ended, in words. */
        String ending() throws InterruptedException;

        /** Ends it with all it has started. */
        @Override
        void close();
    }

    private final Launcher launcher;
    private final LogFollower.Listener listener;
    private final Duration firstPause;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Running> running = new HashSet<>();

    private CommandLogs(
            Launcher launcher,
            LogFollower.Listener listener,
            Duration firstPause,
            InstantSource clock) {
        this.clock = clock;
        this.launcher = launcher;
        this.listener = listener;
        this.firstPause = firstPause;
    }

    /**
     * Starts all of them.
     *
     * @param listener told by several threads
     */
    public static CommandLogs start(
            List<ListedLog> commands,
            Launcher launcher,
            LogFollower.Listener listener,
            InstantSource clock) {
        return start(commands, launcher, listener, FIRST_PAUSE, clock);
    }

    /**
     * The same.
     *
     * @param firstPause before a command that has ended is started again; twice as long each time
     *     it ends at once
     */
    public static CommandLogs start(
            List<ListedLog> commands,
            Launcher launcher,
            LogFollower.Listener listener,
            Duration firstPause,
            InstantSource clock) {
        CommandLogs logs = new CommandLogs(launcher, listener, firstPause, clock);
        Set<String> names = new HashSet<>();
        for (ListedLog command : commands) {
            String name = name(command.place(), names);
            Thread.ofPlatform()
                    .daemon()
                    .name("log-command")
                    .start(() -> logs.follow(command, name));
        }
        return logs;
    }

    /** The program's name, with a number where another command has it. */
    private static String name(String command, Set<String> taken) {
        String program = command.split("\\s+", 2)[0];
        String word = Sanitiser.line(program.substring(program.lastIndexOf('/') + 1));
        String name = word;
        for (int i = 2; !taken.add(name); i++) {
            name = word + "-" + i;
        }
        return name;
    }

    private void follow(ListedLog command, String name) {
        String shown = Sanitiser.line(ListedLog.COMMAND + command.place());
        Duration pause = firstPause;
        boolean again = false;
        try {
            while (closed.getCount() > 0) {
                long began = System.nanoTime();
                String ending = once(command, name, shown, again);
                if (closed.getCount() == 0) {
                    return;
                }
                boolean atOnce = System.nanoTime() - began < LONGEST_PAUSE.toNanos();
                pause = again && atOnce ? longer(pause) : firstPause;
                String detail = ending + "; started again in " + pause.toSeconds() + " s";
                listener.source(new LogSource(shown, LogSource.State.LOST, detail, name));
                again = true;
                closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private String once(ListedLog command, String name, String shown, boolean again)
            throws InterruptedException {
        try (Running started = launcher.start(command.place())) {
            synchronized (running) {
                running.add(started);
            }
            String news = again ? "started again" : "";
            listener.source(new LogSource(shown, LogSource.State.FOLLOWING, news, name));
            if (again) {
                String words = SourceLines.REST + "started again: what it said before is missing";
                listener.lines(List.of(new LogLine(name, LogLevel.NOTICE, words)));
            }
            return read(started, name, command.zoneHere());
        } catch (IOException e) {
            return "cannot be started: " + Sanitiser.line(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return Fault.words(e);
        }
    }

    /** Reads all that it prints; how it has ended. */
    private String read(Running started, String name, ZoneId zone) throws InterruptedException {
        try {
            read(started.output(), name, zone);
            return started.ending();
        } finally {
            synchronized (running) {
                running.remove(started);
            }
        }
    }

    private void read(InputStream output, String name, ZoneId zone) {
        List<LogLine> lines = new ArrayList<>();
        PlainLines plain = new PlainLines(name, zone, clock.instant());
        LineAssembler assembler =
                new LineAssembler(MOST_BYTES, text -> lines.add(plain.line(text)));
        byte[] buffer = new byte[BUFFER];
        try {
            for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
                assembler.add(buffer, 0, count);
                tell(lines);
            }
        } catch (IOException e) {
            // It was closed, here or there: whoever waits for its ending hears which.
            assembler.flush();
        }
        assembler.flush();
        tell(lines);
    }

    private void tell(List<LogLine> lines) {
        for (int from = 0; from < lines.size(); from += Outbox.MOST_LINES) {
            int to = Math.min(lines.size(), from + Outbox.MOST_LINES);
            listener.lines(List.copyOf(lines.subList(from, to)));
        }
        lines.clear();
    }

    @Override
    public void close() {
        closed.countDown();
        List<Running> all;
        synchronized (running) {
            all = List.copyOf(running);
            running.clear();
        }
        all.forEach(Running::close);
    }
}
