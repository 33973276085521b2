package dev.warroom.drill;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A practice incident: a production of its own that is really broken, in a temporary folder that is
 * a workspace. Closing it, or the end of this process in whatever way, removes both.
 */
public final class Drill implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    /** Once could be a service that is starting, or a busy machine. */
    private static final int IN_A_ROW = 4;

    /** The highest speed. */
    public static final int MOST_SPEED = 10;

    private final Scenario scenario;
    private final Workspace workspace;
    private final ProductionProcess production;

    private Drill(Scenario scenario, Workspace workspace, ProductionProcess production) {
        this.scenario = scenario;
        this.workspace = workspace;
        this.production = production;
    }

    /**
     * Starts the production and waits, at most 180 s, until its service fails as the scenario
     * wants: a service that is merely slow on a busy machine has not broken yet.
     *
     * @param productHome the product's folder, with {@code runbooks} and {@code scripts}
     * @param scenario what breaks
     * @param speed how many times as busy the clients are, from 1 to {@value #MOST_SPEED}
     * @throws IOException where something is missing, or the service does not break in time; then
     *     nothing is left behind
     */
    public static Drill start(Path productHome, Scenario scenario, int speed) throws IOException {
        if (speed < 1 || speed > MOST_SPEED) {
            throw new IllegalArgumentException(
                    "speed " + speed + " must be from 1 to " + MOST_SPEED);
        }
        Leftovers.remove(Path.of(System.getProperty("java.io.tmpdir")));
        long owner = ProcessHandle.current().pid();
        Path folder = Files.createTempDirectory(Leftovers.PREFIX).toRealPath();
        var workspace = new Workspace(folder);
        try {
            var files = new WorkspaceFiles(workspace);
            files.lay(scenario, owner);
            files.copyFrom(productHome.toAbsolutePath().normalize());
            var drill =
                    new Drill(
                            scenario,
                            workspace,
                            ProductionProcess.start(workspace, scenario, owner, speed));
            try {
                files.writePolicy(drill.awaitBroken());
            } catch (IOException | RuntimeException e) {
                drill.production.end();
                throw e;
            }
            return drill;
        } catch (IOException | RuntimeException e) {
            removeAfter(e, workspace);
            throw e;
        }
    }

    private static void removeAfter(Exception failure, Workspace workspace) {
        try {
            FolderRemoval.remove(workspace);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** The temporary folder: {@code warroom.yaml}, runbooks, scripts, logs, releases. */
    public Path workspace() {
        return workspace.folder();
    }

    /** The name of the service that is broken: {@code render-api}. */
    public String service() {
        return PracticeProduction.SERVICE;
    }

    /** The incident's title, one line. */
    public String title() {
        return scenario.title();
    }

    /** The name of the incident's severity, {@code P1} to {@code P4}. */
    public String severity() {
        return scenario.severity();
    }

    /** The title of the runbook in the workspace that leads to the cure. */
    public String runbookTitle() {
        return scenario.runbookTitle();
    }

    /** The process id of the production. */
    public long productionPid() {
        return production.pid();
    }

    /** What is broken, and what is said about it. */
    public Scenario scenario() {
        return scenario;
    }

    /** Whether the service answers and says that it is healthy, now. */
    public boolean healthy() {
        try {
            int port = ServiceEnvironment.read(workspace.serviceEnvironment()).port();
            return Loopback.ask(health(port), Optional.empty()).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the service's port once it fails. */
    private int awaitBroken() throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        int failures = 0;
        while (System.nanoTime() < deadline) {
            if (!production.alive()) {
                throw new IOException(
                        "the practice production ended at once; " + production.lastWords());
            }
            if (Files.exists(workspace.serviceEnvironment())) {
                int port = ServiceEnvironment.read(workspace.serviceEnvironment()).port();
                failures = failing(port) ? failures + 1 : 0;
                if (failures == IN_A_ROW) {
                    return port;
                }
            }
            pause();
        }
        throw new IOException(
                "%s did not begin to fail within %d s; %s"
                        .formatted(
                                PracticeProduction.SERVICE,
                                START_LIMIT.toSeconds(),
                                production.lastWords()));
    }

    private boolean failing(int port) {
        try {
            Reply reply = Loopback.ask(health(port), Optional.empty());
            return reply.failure() && scenario.fails().map(reply.body()::contains).orElse(false);
        } catch (SocketTimeoutException e) {
            // A busy machine, perhaps; the next look tells.
            return false;
        } catch (IOException e) {
            // The production says where the service is once it has started what it starts: no
            // answer after that is a failure like any other.
            return true;
        }
    }

    private static URI health(int port) {
        return URI.create("http://127.0.0.1:" + port + "/health");
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the drill started");
        }
    }

    /**
     * Ends the production and deletes the folder. Closing twice does nothing.
     *
     * @throws IOException where a file in the folder cannot be deleted
     */
    @Override
    public void close() throws IOException {
        production.end();
        FolderRemoval.remove(workspace);
    }
}
