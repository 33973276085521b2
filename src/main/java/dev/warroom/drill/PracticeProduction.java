package dev.warroom.drill;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

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
     * @param args {@code --owner-pid PID --scenario NAME --folder FOLDER}
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
        var store = new Store(workspace.store());
        new History(workspace, store)
                .write(
                        arguments.scenario().deployments(),
                        Supervisor.USUAL_INSTANCES,
                        clock.instant());
        try (var supervisor = new Supervisor(workspace, store, clock)) {
            int port = supervisor.start();
            try (var clients = new Clients(URI.create("http://127.0.0.1:" + port))) {
                clients.begin();
                new ServiceEnvironment(port, ProcessHandle.current().pid())
                        .write(workspace.serviceEnvironment());
                while (!owner.gone() && Files.exists(workspace.mark())) {
                    attend(supervisor);
                    Thread.sleep(LOOK_EVERY);
                }
            }
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

    private static void remove(Workspace workspace) {
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
     */
    private record Arguments(long ownerPid, Scenario scenario, Path folder) {

        static Arguments parse(String[] args) {
            if (args.length != 6
                    || !args[0].equals("--owner-pid")
                    || !args[2].equals("--scenario")
                    || !args[4].equals("--folder")) {
                throw new IllegalArgumentException(
                        "usage: --owner-pid PID --scenario NAME --folder FOLDER");
            }
            return new Arguments(
                    Long.parseLong(args[1]),
                    Scenario.valueOf(args[3]),
                    Path.of(args[5]).toAbsolutePath());
        }
    }
}
