package dev.warroom.logs;

import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.Size;
import dev.warroom.text.Sanitiser;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Follows the log files of one host, connects again when the connection breaks, and says so. */
final class RemoteHost implements Runnable {

    /** No answer for so long: nobody is there. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** After a line, it looks more often for so long. */
    private static final Duration LIVELY = Duration.ofSeconds(5);

    private final String host;
    private final RemoteShell.Way way;
    private final RemoteFolder folder;
    private final Outbox outbox;
    private final Pace pace;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile RemoteWire wire;

    RemoteHost(String host, RemoteShell.Way way, RemoteFolder folder, Outbox outbox, Pace pace) {
        this.host = host;
        this.way = way;
        this.folder = folder;
        this.outbox = outbox;
        this.pace = pace;
    }

    @Override
    public void run() {
        Duration pause = pace.rescan();
        long lostAt = 0;
        boolean been = false;
        try {
            while (closed.getCount() > 0) {
                long began = System.nanoTime();
                String why = followed(been ? lostAt : 0);
                if (closed.getCount() == 0) {
                    return;
                }
                boolean reached = wire != null;
                if (reached) {
                    pause = pace.rescan();
                }
                if (reached || lostAt == 0) {
                    lostAt = reached ? System.nanoTime() : began;
                    remark("no connection to " + host + " (" + why + "): lines are missing here");
                }
                been |= reached;
                wire = null;
                folder.lose("no connection: " + why);
                closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                pause = longer(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Follows for as long as the connection stands.
     *
     * @param lostAt when it broke, in nanoseconds; 0 where it is the first one
     * @return why it does not
     */
    private String followed(long lostAt) throws InterruptedException {
        try (RemoteShell shell = way.to(host)) {
            try {
                follow(shell, lostAt);
                return "";
            } catch (IOException e) {
                String words = shell.lastWords();
                return Sanitiser.line(words.isBlank() ? "it answers no more" : words);
            }
        } catch (IOException e) {
            return Sanitiser.line(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return Fault.words(e);
        }
    }

    private void follow(RemoteShell shell, long lostAt) throws IOException, InterruptedException {
        RemoteWire open = new RemoteWire(shell);
        wire = open;
        outbox.host(host, "");
        if (lostAt != 0) {
            Duration gap = Duration.ofNanos(System.nanoTime() - lostAt);
            String much = Size.words(folder.unread(open));
            remark(
                    "connected to "
                            + host
                            + " again after "
                            + gap.toSeconds()
                            + " s: "
                            + much
                            + " written meanwhile follow");
            fill(open);
            remark("that was the gap: what still stands there has been read");
        }
        follow(open);
    }

    private void fill(RemoteWire open) throws IOException {
        while (folder.round(open) && closed.getCount() > 0) {
            // Until all of it has come.
        }
    }

    private void follow(RemoteWire open) throws IOException, InterruptedException {
        int before = outbox.lines();
        long lively = System.nanoTime();
        boolean more = false;
        while (closed.getCount() > 0) {
            more = folder.round(open);
            long now = System.nanoTime();
            if (outbox.lines() != before) {
                before = outbox.lines();
                lively = now;
            }
            boolean soon = now - lively < LIVELY.toNanos();
            Duration rest = soon ? pace.poll().multipliedBy(2) : pace.rescan();
            if (!more) {
                closed.await(rest.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** A line of our own, of no file. */
    private void remark(String text) {
        outbox.add(
                new LogLine(
                        Sanitiser.line(host),
                        LogLevel.NOTICE,
                        SourceLines.REST + Sanitiser.line(text)));
        outbox.send();
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** Gives a connection up on which no answer comes. */
    void check() {
        RemoteWire open = wire;
        if (open != null && open.silentNanos() > PATIENCE.toNanos()) {
            open.close();
        }
    }

    void close() {
        closed.countDown();
        RemoteWire open = wire;
        if (open != null) {
            open.close();
        }
    }
}
