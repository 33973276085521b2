package dev.warroom.execution;

import dev.warroom.testing.Await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real OpenSSH server on this machine with a key of its own, and the ssh_config that leads to it;
 * where none is installed, one in this JVM for the tests that ask for {@link #any}.
 */
public final class Sshd implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");

    private final Path folder;
    private final int port;
    private final Optional<Network> network;
    private Process process;
    private Optional<AutoCloseable> inside = Optional.empty();

    private Sshd(Path folder, int port, Optional<Network> network) {
        this.folder = folder;
        this.port = port;
        this.network = network;
    }

    public static boolean installed() {
        return Files.isExecutable(PROGRAM) && !Boolean.getBoolean("warroom.sshd-core");
    }

    /** Whether there is one of any kind: where none is installed, one in this JVM. */
    static boolean any() {
        return installed() || inJvm().isPresent();
    }

    /** {@code JvmSshd}, which is compiled only where none is installed. */
    private static Optional<Class<?>> inJvm() {
        try {
            return Optional.of(Class.forName("dev.warroom.execution.JvmSshd"));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** One that accepts the key in {@code folder}, which is readable for its owner only. */
    public static Sshd start(Path folder) throws IOException, InterruptedException {
        return start(folder, Optional.empty(), "");
    }

    /** The same, at the far end of a network; its client is at the near end, and is not patient. */
    public static Sshd start(Path folder, Network network)
            throws IOException, InterruptedException {
        return start(folder, Optional.of(network), "");
    }

    /**
     * The same.
     *
     * @param more lines of sshd_config
     */
    static Sshd start(Path folder, String more) throws IOException, InterruptedException {
        return start(folder, Optional.empty(), more);
    }

    private static Sshd start(Path folder, Optional<Network> network, String more)
            throws IOException, InterruptedException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        for (String key : List.of("host", "user")) {
            run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    // The server in this JVM has no library for others.
                    installed() ? "ed25519" : "ecdsa",
                    "-N",
                    "",
                    "-f",
                    folder.resolve(key).toString());
        }
        Files.copy(folder.resolve("user.pub"), folder.resolve("authorized"));
        Files.createDirectory(folder.resolve("home"));
        Sshd sshd = new Sshd(folder, freePort(), network);
        Files.writeString(
                folder.resolve("known"),
                "["
                        + sshd.address()
                        + "]:"
                        + sshd.port
                        + " "
                        + Files.readString(folder.resolve("host.pub")));
        Files.writeString(
                folder.resolve("sshd_config"),
                """
                Port %d
                ListenAddress %3$s
                HostKey %2$s/host
                AuthorizedKeysFile %2$s/authorized
                PidFile %2$s/sshd.pid
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                UsePAM no
                StrictModes no
                SetEnv HOME=%2$s/home
                MaxStartups 200
                MaxSessions 200
                %4$s
                """
                        .formatted(sshd.port, folder, sshd.address(), more));
        sshd.config("StrictHostKeyChecking yes");
        sshd.start();
        return sshd;
    }

    /** Writes the ssh_config anew, with {@code more} for all hosts. */
    public void config(String more) throws IOException {
        Files.writeString(
                folder.resolve("config"),
                """
                Host nowhere
                    HostName 127.0.0.1
                    Port 1
                Host *
                    HostName %4$s
                    Port %d
                    IdentityFile %2$s/user
                    IdentitiesOnly yes
                    UserKnownHostsFile %2$s/known
                    GlobalKnownHostsFile none
                    %3$s
                """
                        .formatted(port, folder, more, address()));
    }

    /** The home folder of whoever comes in. */
    public Path home() {
        return folder.resolve("home");
    }

    Path known() {
        return folder.resolve("known");
    }

    Path authorized() {
        return folder.resolve("authorized");
    }

    private String address() {
        return network.isPresent() ? Network.FAR_ADDRESS : "127.0.0.1";
    }

    /** The client that knows the way. */
    public List<String> client() {
        List<String> client = new ArrayList<>(network.map(Network::near).orElse(List.of()));
        client.addAll(List.of("ssh", "-F", folder.resolve("config").toString()));
        if (network.isPresent()) {
            // A cut is noticed within seconds, and a machine that is far too busy is not taken for
            // one.
            client.addAll(
                    List.of(
                            "-oServerAliveInterval=1",
                            "-oServerAliveCountMax=8",
                            "-oConnectTimeout=10"));
        }
        return client;
    }

    /** Where the sockets of its connections are. */
    public Path folder() {
        return folder;
    }

    /** A folder for PATH whose {@code ssh} knows the way. */
    public Path programs() throws IOException {
        Path programs = Files.createDirectories(folder.resolve("bin"));
        Path ssh = programs.resolve("ssh");
        Files.writeString(
                ssh, "#!/bin/sh\nPATH=${PATH#*:} exec " + String.join(" ", client()) + " \"$@\"\n");
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
        return programs;
    }

    public Place place(String host) {
        return new Ssh(client(), folder, ProcessHandle.current().pid())
                .place(host, host, Optional.empty());
    }

    public void start() throws IOException, InterruptedException {
        if (!installed()) {
            inside = Optional.of(startInside());
            return;
        }
        // Without it sshd does not start where nobody has used it since the machine began.
        Path separation = Path.of("/run/sshd");
        if (Files.isWritable(Path.of("/run")) && !Files.exists(separation)) {
            Files.createDirectory(separation);
        }
        Path log = folder.resolve("log");
        // It writes this when it listens.
        Path listening = folder.resolve("sshd.pid");
        Files.deleteIfExists(listening);
        List<String> command = new ArrayList<>(network.map(Network::far).orElse(List.of()));
        command.addAll(
                List.of(
                        PROGRAM.toString(),
                        "-D",
                        "-e",
                        "-f",
                        folder.resolve("sshd_config").toString()));
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        long until = System.nanoTime() + Await.LIMIT.toNanos();
        while (!Files.exists(listening)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IOException("sshd does not start: " + Files.readString(log));
            }
            process.waitFor(10, TimeUnit.MILLISECONDS);
        }
    }

    private AutoCloseable startInside() throws IOException {
        try {
            return (AutoCloseable)
                    inJvm().orElseThrow()
                            .getDeclaredConstructor(int.class, Path.class)
                            .newInstance(port, folder);
        } catch (ReflectiveOperationException e) {
            throw new IOException("the server in this JVM does not start", e);
        }
    }

    /** How many connections it has. */
    long connections() {
        return process.children().count();
    }

    /** Ends it with all its connections, as a machine's restart of the service by force does. */
    public void kill() {
        List<ProcessHandle> sessions = process.descendants().toList();
        process.destroyForcibly();
        // What runs is no session of sshd's, and stays.
        sessions.stream()
                .filter(it -> it.info().command().orElse("").contains("sshd"))
                .forEach(ProcessHandle::destroyForcibly);
        process.onExit().orTimeout(Await.LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        run.getOutputStream().close();
        String said = new String(run.getInputStream().readAllBytes());
        if (run.waitFor() != 0) {
            throw new IOException(command[0] + " failed: " + said);
        }
    }

    @Override
    public void close() {
        if (inside.isEmpty()) {
            kill();
            return;
        }
        try {
            inside.get().close();
        } catch (Exception e) {
            throw new IllegalStateException("the server in this JVM does not end", e);
        }
    }
}
