package dev.warroom.health;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** One connection, which another thread may break off. Tries all addresses of a name in turn. */
final class Connecting implements AutoCloseable {

    private final long deadline;
    private final long began = System.nanoTime();
    private Socket socket;
    private boolean closed;
    private Duration lookup = Duration.ZERO;

    Connecting(Duration timeout) {
        deadline = began + timeout.toNanos();
    }

    /** How long the name server took. */
    Duration lookup() {
        return lookup;
    }

    /** Since the beginning. */
    Duration passed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** In milliseconds, at least 1. */
    int left() {
        return Math.clamp((deadline - System.nanoTime()) / 1_000_000, 1, Integer.MAX_VALUE);
    }

    Socket open(String host, int port) throws IOException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        lookup = passed();
        IOException failure = null;
        for (InetAddress address : addresses) {
            Socket attempt = begun();
            try {
                attempt.connect(new InetSocketAddress(address, port), left());
                return attempt;
            } catch (SocketTimeoutException late) {
                attempt.close();
                throw late;
            } catch (IOException e) {
                attempt.close();
                failure = e;
            }
        }
        throw failure;
    }

    private synchronized Socket begun() throws IOException {
        if (closed) {
            throw new SocketTimeoutException("given up");
        }
        socket = new Socket();
        return socket;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is given up either way.
                return;
            }
        }
    }
}
