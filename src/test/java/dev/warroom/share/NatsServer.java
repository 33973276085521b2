package dev.warroom.share;

import dev.warroom.policy.SharedRoom;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real nats-server on loopback, with JetStream in a folder of its own. */
public final class NatsServer implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final Path folder;
    private final int port;
    private final Path configuration;
    private Optional<Process> process = Optional.empty();

    /** Whether this machine has one; where the product is released it must. */
    public static boolean installed() {
        return onPath("nats-server");
    }

    /** Whether there is a program of that name. */
    static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(it -> Files.isExecutable(Path.of(it, program)));
    }

    private NatsServer(Path folder, int port, String more) throws IOException {
        this.folder = folder;
        this.port = port;
        Files.createDirectories(folder);
        configuration = folder.resolve("nats.conf");
        configure(more);
    }

    /** What it is told when it is started next. */
    void configure(String more) throws IOException {
        String kept = "jetstream { store_dir: \"%s\" }".formatted(folder.resolve("data"));
        Files.writeString(
                configuration,
                "listen: 127.0.0.1:%d\n%s\n%s\n"
                        .formatted(port, more.contains("store_dir") ? "" : kept, more));
    }

    /** One that stands alone. */
    public static NatsServer start(Path folder) throws IOException {
        return start(folder, "");
    }

    /**
     * @param more lines of its configuration
     */
    public static NatsServer start(Path folder, String more) throws IOException {
        NatsServer server = new NatsServer(folder, freePort(), more);
        server.start();
        return server;
    }

    /** Three that keep everything three times. */
    public static List<NatsServer> cluster(Path folder) throws IOException {
        List<Integer> routes = List.of(freePort(), freePort(), freePort());
        List<NatsServer> servers = new ArrayList<>();
        for (int i = 0; i < routes.size(); i++) {
            String more =
                    "server_name: n%d\ncluster { name: room, listen: 127.0.0.1:%d, routes: [%s] }"
                            .formatted(
                                    i,
                                    routes.get(i),
                                    String.join(
                                            ", ",
                                            routes.stream()
                                                    .map(it -> "nats://127.0.0.1:" + it)
                                                    .toList()));
            NatsServer server = new NatsServer(folder.resolve("n" + i), freePort(), more);
            server.start();
            servers.add(server);
        }
        return servers;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts it, or starts it again with what it had; nothing where it runs. */
    public void start() throws IOException {
        if (process.filter(Process::isAlive).isPresent()) {
            return;
        }
        process =
                Optional.of(
                        new ProcessBuilder("nats-server", "-c", configuration.toString())
                                .redirectErrorStream(true)
                                .redirectOutput(folder.resolve("log").toFile())
                                .start());
        awaitReady(process.get());
    }

    /** It takes connections before it answers for its streams, and says when all is ready. */
    private void awaitReady(Process started) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        Path log = folder.resolve("log");
        try {
            while (!Files.readString(log).contains("Server is ready")) {
                if (System.nanoTime() > end || started.waitFor(5, TimeUnit.MILLISECONDS)) {
                    throw new IOException(Files.readString(log));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As when the power goes. */
    public void kill() {
        process.ifPresent(Process::destroyForcibly);
        await();
    }

    /** It stands still, as a machine that is far too busy. */
    public void stop() throws IOException {
        signal("STOP");
    }

    /** It goes on where it stood. */
    public void go() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + name, "" + process.orElseThrow().pid())
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public int port() {
        return port;
    }

    public String address() {
        return "nats://127.0.0.1:" + port;
    }

    /** What a workspace says that meets here. */
    public SharedRoom room() {
        return room(List.of(this));
    }

    /** What a workspace says that meets at any of {@code servers}. */
    public static SharedRoom room(List<NatsServer> servers) {
        return new SharedRoom(
                servers.stream().map(NatsServer::address).toList(),
                "ops",
                Optional.empty(),
                Optional.empty());
    }

    private void await() {
        try {
            if (process.isPresent()) {
                process.get().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
