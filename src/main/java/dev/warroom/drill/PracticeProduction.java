package dev.warroom.drill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * The practice production, in a process of its own: the service, its supervisor and its clients.
 *
 * <p>It ends within 2 s of its owner, or when asked to, and takes its folder with it.
 */
public final class PracticeProduction {

    /** The service's name. */
    static final String SERVICE = "render-api";

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private PracticeProduction() {}

    /**
     * Runs until the owner is gone.
     *
     * @param args {@code --owner-pid PID --scenario NAME --folder FOLDER --speed X}
     */
    public static void main(String[] args) throws InterruptedException {
        Arguments arguments;
        try {
            arguments = Arguments.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        var workspace = new Workspace(arguments.folder());
        var removal = new Thread(() -> remove(workspace));
        Runtime.getRuntime().addShutdownHook(removal);
        try {
            run(arguments, workspace, InstantSource.system());
        } catch (IOException e) {
            // The owner reads in the folder why it did not work, and then removes it.
            Runtime.getRuntime().removeShutdownHook(removal);
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private static void run(Arguments arguments, Workspace workspace, InstantSource clock)
            throws IOException, InterruptedException {
        var owner = new Owner(arguments.ownerPid());
        Scenario scenario = arguments.scenario();
        int port = freePort();
        int databasePort = freePort();
        new History(workspace, new Store(workspace.store()))
                .write(scenario.deployments(), Supervisor.USUAL_INSTANCES, clock.instant());
        try (var supervisor = new Supervisor(workspace, port, databasePort, false, clock)) {
            begin(scenario, supervisor, workspace);
            try (var staging = new Staging(workspace).prepare(freePort(), freePort(), clock);
                    var clients = Clients.of(workspace, port, clock, arguments.speed())) {
                clients.begin();
                new ServiceEnvironment(port, databasePort, ProcessHandle.current().pid())
                        .write(workspace.serviceEnvironment());
                while (!owner.gone() && Files.exists(workspace.mark())) {
                    attend(supervisor);
                    attend(staging);
                    Thread.sleep(LOOK_EVERY);
                }
            }
        }
    }

    /** Starts what runs at first, and breaks what the scenario breaks. */
    private static void begin(Scenario scenario, Supervisor supervisor, Workspace workspace)
            throws IOException {
        switch (scenario.begins()) {
            case SERVICE -> supervisor.start();
            case DATABASE_STOPPED -> {
                supervisor.start();
                supervisor.stopDatabase();
                supervisor.standBy();
            }
            case PORT_TAKEN -> supervisor.startBehindAnother();
            case CERTIFICATE_EXPIRED -> {
                workspace.certificate().makeExpired(freePort());
                supervisor.start();
            }
        }
    }

    /** One that nobody listens on at this moment. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** A full disk keeps a request from being answered; the script that asked says so in time. */
    private static void attend(Supervisor supervisor) {
        try {
            supervisor.attend();
        } catch (IOException e) {
            System.err.println("a request could not be answered: " + e.getMessage());
        }
    }

    /** The processes end first: they write into the folder. */
    private static void remove(Workspace workspace) {
        List<ProcessHandle> parts = ProcessHandle.current().descendants().toList();
        parts.forEach(ProcessHandle::destroyForcibly);
        parts.forEach(part -> part.onExit().join());
        try {
            FolderRemoval.remove(workspace);
        } catch (IOException e) {
            System.err.println("cannot remove " + workspace.folder() + ": " + e.getMessage());
        }
    }

    /**
     * What the command line says.
     *
     * @param ownerPid the process that it must not outlive
     * @param scenario what breaks
     * @param folder the drill's folder, with its mark in it
     * @param speed how many times as busy the clients are, at least 1
     */
    private record Arguments(long ownerPid, Scenario scenario, Path folder, int speed) {

        static Arguments parse(String[] args) {
            if (args.length != 8
                    || !args[0].equals("--owner-pid")
                    || !args[2].equals("--scenario")
                    || !args[4].equals("--folder")
                    || !args[6].equals("--speed")) {
                throw new IllegalArgumentException(
                        "usage: --owner-pid PID --scenario NAME --folder FOLDER --speed X");
            }
            return new Arguments(
                    Long.parseLong(args[1]),
                    Scenario.valueOf(args[3]),
                    Path.of(args[5]).toAbsolutePath(),
                    Integer.parseInt(args[7]));
        }
    }
}
