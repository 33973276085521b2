package dev.warroom.execution;

import dev.warroom.testing.Await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Two machines and the cable between them: two network namespaces, joined by a pair of virtual
 * interfaces. Needs root.
 */
public final class Network implements AutoCloseable {

    /** Where the far end is. */
    static final String FAR_ADDRESS = "10.9.8.2";

    private static final String NEAR_ADDRESS = "10.9.8.1";

    private final Process near;
    private final Process far;

    private Network(Process near, Process far) {
        this.near = near;
        this.far = far;
    }

    public static boolean possible() {
        return Files.isWritable(Path.of("/proc/sys/kernel/hostname"))
                && Files.isExecutable(Path.of("/usr/bin/nsenter"));
    }

    public static Network make() throws IOException, InterruptedException {
        Network network = new Network(namespace(), namespace());
        String nearPid = Long.toString(network.near.pid());
        String farPid = Long.toString(network.far.pid());
        run(
                List.of("ip", "link", "add", "name", "cable", "netns", nearPid, "type", "veth"),
                List.of("peer", "name", "cable", "netns", farPid));
        up(network.near(), NEAR_ADDRESS);
        up(network.far(), FAR_ADDRESS);
        return network;
    }

    private static void up(List<String> inside, String address)
            throws IOException, InterruptedException {
        run(inside, List.of("ip", "addr", "add", address + "/30", "dev", "cable"));
        run(inside, List.of("ip", "link", "set", "cable", "up"));
        run(inside, List.of("ip", "link", "set", "lo", "up"));
    }

    private static Process namespace() throws IOException, InterruptedException {
        Path ours = Path.of("/proc/self/ns/net");
        Process process = new ProcessBuilder("unshare", "--net", "sleep", "infinity").start();
        Path its = Path.of("/proc/" + process.pid() + "/ns/net");
        long until = System.nanoTime() + Await.LIMIT.toNanos();
        while (Files.readSymbolicLink(its).equals(Files.readSymbolicLink(ours))) {
            if (System.nanoTime() > until || process.waitFor(5, TimeUnit.MILLISECONDS)) {
                throw new IOException("no network namespace can be made");
            }
        }
        return process;
    }

    /** What stands before a command that runs at the near end. */
    public List<String> near() {
        return inside(near);
    }

    /** What stands before a command that runs at the far end. */
    List<String> far() {
        return inside(far);
    }

    private static List<String> inside(Process namespace) {
        return List.of("nsenter", "--net=/proc/" + namespace.pid() + "/ns/net");
    }

    public void cut() throws IOException, InterruptedException {
        run(near(), List.of("ip", "link", "set", "cable", "down"));
    }

    public void mend() throws IOException, InterruptedException {
        run(near(), List.of("ip", "link", "set", "cable", "up"));
    }

    private static void run(List<String> first, List<String> rest)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(first);
        command.addAll(rest);
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes());
        if (run.waitFor() != 0) {
            throw new IOException(command + " failed: " + said);
        }
    }

    @Override
    public void close() {
        near.destroyForcibly();
        far.destroyForcibly();
    }
}
