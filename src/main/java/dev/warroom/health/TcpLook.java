package dev.warroom.health;

import dev.warroom.policy.Probe;
import dev.warroom.room.Reading.Health;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tries whether a connection can be opened. */
final class TcpLook {

    private TcpLook() {}

    static Finding look(Probe.Tcp check, Duration timeout) throws InterruptedException {
        // Beside, because nothing bounds how long a name server may take.
        FutureTask<Finding> attempt = new FutureTask<>(() -> connect(check, timeout));
        Thread.startVirtualThread(attempt);
        try {
            return attempt.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Finding.silence(Health.CRITICAL, timeout);
        } catch (ExecutionException e) {
            return Failures.critical(e.getCause(), check.host(), timeout);
        } finally {
            attempt.cancel(true);
        }
    }

    private static Finding connect(Probe.Tcp check, Duration timeout) throws IOException {
        try (Socket socket = new Socket()) {
            int milliseconds = (int) Math.max(1, timeout.toMillis());
            socket.connect(new InetSocketAddress(check.host(), check.port()), milliseconds);
            return new Finding(Health.OK, "connected");
        }
    }
}
