package dev.warroom.cli;

import dev.warroom.execution.Ssh;
import dev.warroom.keys.Bindings;
import dev.warroom.terminal.Tty;
import dev.warroom.testing.Await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The rooms of all phases in a process of their own, which has a real terminal as the program has
 * one: it ends when that is gone, or by a signal.
 */
final class RoomsOnTerminal implements AutoCloseable {

    private static final String REACHED = "reached";

    /** What gives the rooms their terminal; while it lives there is one. */
    private final Process terminal;

    private final ProcessHandle rooms;

    private RoomsOnTerminal(Process terminal, ProcessHandle rooms) {
        this.terminal = terminal;
        this.rooms = rooms;
    }

    /**
     * Brings a step to each phase.
     *
     * @param temp as for {@link SurvivalScenes}
     * @param ssh the client and the folder for its sockets; empty for steps that run here
     * @param deaf whether the process is started so that SIGHUP does nothing to it, as by nohup
     */
    static RoomsOnTerminal open(Path temp, List<String> ssh, boolean deaf) throws Exception {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        // What is killed does not remove the native part that it has unpacked.
        java.add("-Djline.tmpdir=" + temp);
        java.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        java.add(System.getProperty("java.class.path"));
        java.addAll(List.of(RoomsOnTerminal.class.getName(), temp.toString()));
        java.addAll(ssh);
        Path output = temp.resolve("on-terminal");
        String hears = deaf ? "trap '' HUP; " : "";
        ProcessBuilder builder =
                new ProcessBuilder(
                        "script", "-qec", hears + "exec " + String.join(" ", java), "/dev/null");
        builder.environment().putAll(Map.of("TERM", "xterm", "SHELL", "/bin/sh"));
        Process terminal =
                builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        Path reached = temp.resolve(REACHED);
        Await.until("the phases", () -> Files.exists(reached) || !terminal.isAlive());
        if (!Files.exists(reached)) {
            throw new AssertionError("the rooms have ended: " + Files.readString(output));
        }
        long pid = Long.parseLong(Files.readString(reached));
        return new RoomsOnTerminal(terminal, ProcessHandle.of(pid).orElseThrow());
    }

    /** It does nothing until it is hung up or killed, or its terminal is taken away. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP", rooms.pid());
    }

    /** SIGHUP; waits for its end, and answers its exit code. */
    int hangUp() throws Exception {
        signal("HUP", rooms.pid());
        signal("CONT", rooms.pid());
        return exit();
    }

    private int exit() throws Exception {
        Await.until(
                "the end of the rooms",
                () -> {
                    // It stops with what it gives a terminal to, and may hear of that late.
                    signal("CONT", terminal.pid());
                    return !terminal.isAlive();
                },
                () -> "rooms: " + state(rooms.pid()) + ", terminal: " + state(terminal.pid()));
        return terminal.exitValue();
    }

    /** As the kernel's letter for it: S sleeps, T is stopped, Z has ended; "-" is gone. */
    private static char state(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return '-';
        }
    }

    /** SIGKILL; waits for its end, and answers its exit code. */
    int kill() throws Exception {
        signal("KILL", rooms.pid());
        return exit();
    }

    /** There is no terminal any more; waits for its end. */
    void loseTerminal() throws IOException, InterruptedException {
        terminal.destroyForcibly().waitFor();
        signal("CONT", rooms.pid());
        Await.until("the end of the rooms", () -> !alive());
    }

    private boolean alive() {
        return "Z-".indexOf(state(rooms.pid())) < 0;
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, pid + "").start().waitFor();
    }

    @Override
    public void close() {
        rooms.destroyForcibly();
        terminal.destroyForcibly();
    }

    /** TEMP [SOCKETS CLIENT...]. */
    public static void main(String[] args) throws Exception {
        Path temp = Path.of(args[0]);
        boolean here = args.length == 1;
        SshPlaces hosts =
                here
                        ? SshPlaces.ofRuns()
                        : SshPlaces.by(
                                new Ssh(
                                        List.of(args).subList(2, args.length),
                                        Path.of(args[1]),
                                        1));
        CountDownLatch gone = new CountDownLatch(1);
        try (Tty tty = Tty.open(System.getenv(), () -> {})) {
            Inbox keys = new Inbox(Clock.systemUTC());
            Keyboard.listen(tty.keys(), Bindings.usual(), keys, () -> {}, gone::countDown);
            SurvivalScenes scenes =
                    new SurvivalScenes(temp, here ? "local" : "app-1", Clock.systemUTC());
            scenes.each(it -> it.reach(hosts));
            Path part = Files.writeString(temp.resolve("part"), ProcessHandle.current().pid() + "");
            Files.move(part, temp.resolve(REACHED));
            gone.await();
            scenes.each(SurvivalScene::leave);
        }
    }
}
