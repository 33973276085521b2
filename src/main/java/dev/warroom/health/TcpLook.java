package dev.warroom.health;

import dev.warroom.policy.Check;
import dev.warroom.policy.Thresholds;
import dev.warroom.room.Metric;
import dev.warroom.room.Reading.Health;
import dev.warroom.text.ShellWords;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Tries whether a connection can be opened. */
final class TcpLook {

    private TcpLook() {}

    static Finding here(Check.Tcp check, Thresholds limits, Duration timeout, Beside beside)
            throws InterruptedException {
        Connecting connecting = new Connecting(timeout);
        try {
            Duration took = beside.call(timeout, () -> connect(check, connecting));
            return connected(took, limits);
        } catch (TimeoutException e) {
            return Finding.silence(Health.CRITICAL, timeout);
        } catch (ExecutionException e) {
            return Failures.critical(e.getCause(), check.host(), timeout);
        } finally {
            connecting.close();
        }
    }

    /** The same from another machine, whose bash can open connections. */
    static String script(Check.Tcp check) {
        return "exec bash -c 'exec 3<>/dev/tcp/\"$0\"/\"$1\" && echo connected' "
                + ShellWords.quoted(check.host())
                + " "
                + check.port();
    }

    static Finding connected(Duration took, Thresholds limits) {
        return Finding.of(Metric.of("time", took.toNanos() / 1e6, "ms"), limits, "connected");
    }

    private static Duration connect(Check.Tcp check, Connecting connecting) throws IOException {
        long began = System.nanoTime();
        try (Socket socket = connecting.open(check.host(), check.port())) {
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }
}
