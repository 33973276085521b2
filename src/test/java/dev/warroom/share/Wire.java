package dev.warroom.share;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between one machine and a server on loopback; it can be cut, held up and slow. */
public final class Wire implements AutoCloseable {

    private final ServerSocket entrance;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean held;
    private volatile long millis;

    public Wire(int server) throws IOException {
        this.server = server;
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public String address() {
        return "nats://127.0.0.1:" + entrance.getLocalPort();
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** From now on everything is on its way as long as this. */
    void slow(Duration way) {
        millis = way.toMillis();
    }

    /** Nothing passes, and connections end. */
    public void cut() throws IOException {
        cut = true;
        for (Socket each : open) {
            each.close();
        }
    }

    /** Nothing passes, and nobody is told. */
    public void hold() {
        held = true;
    }

    /** As it should be; what was held up arrives. */
    public void mend() {
        cut = false;
        held = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket here = entrance.accept();
                if (cut) {
                    here.close();
                    continue;
                }
                Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
                open.add(here);
                open.add(there);
                Thread.ofVirtual().start(() -> carry(here, there));
                Thread.ofVirtual().start(() -> carry(there, here));
            } catch (IOException e) {
                // The server is away: whoever connected sees that soon enough.
                continue;
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[8192];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                Thread.sleep(millis);
                while (held && !cut) {
                    Thread.sleep(5);
                }
                out.write(some, 0, read);
            }
        } catch (IOException e) {
            // Cut, or ended.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
