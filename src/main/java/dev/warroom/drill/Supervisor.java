package dev.warroom.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Runs the database and render-api as a process supervisor would: stays, while they are started,
 * stopped and restarted on request. A start of the service takes the release that {@code current}
 * names at that moment. What ends by itself is not started again: that is for a person to decide.
 */
final class Supervisor implements AutoCloseable {

    static final int USUAL_INSTANCES = 3;
    static final int MOST_INSTANCES = 8;
    private static final int SERVICE_MIB = 48;
    private static final int DATABASE_MIB = 24;
    private static final int HOLDER_MIB = 8;

    private final Workspace workspace;
    private final InstantSource clock;
    private final long self = ProcessHandle.current().pid();
    private final int port;
    private final int databasePort;
    private final boolean withDatabase;
    private Optional<PartProcess> service = Optional.empty();
    private Optional<PartProcess> database = Optional.empty();
    private ServiceState state;

    /**
     * @param workspace where everything lies
     * @param port of the service, which it keeps
     * @param databasePort of the database, which it keeps
     * @param withDatabase whether a start of the service starts the database too, where it does not
     *     run
     */
    Supervisor(
            Workspace workspace,
            int port,
            int databasePort,
            boolean withDatabase,
            InstantSource clock) {
        this.workspace = workspace;
        this.port = port;
        this.databasePort = databasePort;
        this.withDatabase = withDatabase;
        this.clock = clock;
        this.state =
                new ServiceState(
                        false, "", USUAL_INSTANCES, clock.instant(), false, "", "never started");
    }

    /**
     * Starts the database, and then the service.
     *
     * @throws IOException where one of them does not start; the message is its own
     */
    void start() throws IOException {
        Release.read(workspace.current());
        startDatabase();
        run(state.instances());
        publish("", "");
    }

    /**
     * Starts the database, and tries to start the service while a process of before still has its
     * port.
     */
    void startBehindAnother() throws IOException {
        startDatabase();
        PartProcess.begin(PortHolder.class, arguments(port, "before", 1), HOLDER_MIB).awaitReady();
        String failure = "";
        try {
            run(state.instances());
        } catch (IOException e) {
            failure = e.getMessage();
        }
        publish("", failure);
    }

    /** Says in the state file what runs. */
    void standBy() throws IOException {
        publish("", "");
    }

    void startDatabase() throws IOException {
        if (database.isEmpty()) {
            database =
                    Optional.of(
                            PartProcess.begin(
                                            PracticeDatabase.class,
                                            arguments(databasePort, "database", 1),
                                            DATABASE_MIB)
                                    .awaitReady());
        }
    }

    void stopDatabase() {
        database.ifPresent(PartProcess::close);
        database = Optional.empty();
    }

    private PartArguments arguments(int listen, String name, int instances) {
        Path ready = workspace.control().resolve(name + ".ready");
        return new PartArguments(self, workspace.folder(), listen, ready, instances, databasePort);
    }

    /**
     * Notices what has ended by itself, and carries out the request in the control folder, unless
     * that was done.
     */
    void attend() throws IOException {
        notice();
        Optional<Request> asked = Request.read(workspace.control());
        if (asked.isEmpty() || asked.get().id().equals(state.request())) {
            return;
        }
        Request request = asked.get();
        String failure = "";
        try {
            carryOut(request);
        } catch (IOException e) {
            failure = e.getMessage();
        }
        publish(request.id(), failure);
    }

    private void notice() throws IOException {
        boolean changed = false;
        if (service.isPresent() && !service.get().alive()) {
            String words = service.get().lastWords();
            say(PracticeProduction.SERVICE + " has ended by itself: " + words);
            service = Optional.empty();
            changed = true;
        }
        if (database.isPresent() && !database.get().alive()) {
            say("the database has ended by itself: " + database.get().lastWords());
            database = Optional.empty();
            changed = true;
        }
        if (changed) {
            publish(state.request(), "");
        }
    }

    private void say(String text) throws IOException {
        try (ServiceLog log = workspace.openSupervisorLog()) {
            log.write(clock.instant(), ServiceLog.Level.ERROR, text);
        }
    }

    private void carryOut(Request request) throws IOException {
        Request.Action action =
                request.action()
                        .orElseThrow(() -> new IOException("ask for start, stop or restart"));
        if (request.database()) {
            if (action != Request.Action.START) {
                stopDatabase();
            }
            if (action != Request.Action.STOP) {
                startDatabase();
            }
            return;
        }
        int wanted = request.instances().orElse(state.instances());
        if (wanted < 1 || wanted > MOST_INSTANCES) {
            throw new IOException(
                    wanted + " instances: must be from 1 to " + MOST_INSTANCES + " on this host");
        }
        if (action != Request.Action.START) {
            stop();
        }
        if (action != Request.Action.STOP && service.isEmpty()) {
            run(wanted);
        }
    }

    private void run(int wanted) throws IOException {
        if (withDatabase) {
            startDatabase();
        }
        Release release = Release.read(workspace.current());
        state = state.of(release.version());
        service =
                Optional.of(
                        PartProcess.begin(
                                        PracticeService.class,
                                        arguments(port, "service", wanted),
                                        SERVICE_MIB)
                                .awaitReady());
        state =
                new ServiceState(
                        true,
                        release.version(),
                        wanted,
                        clock.instant(),
                        database.isPresent(),
                        "",
                        "");
    }

    private void stop() {
        service.ifPresent(PartProcess::close);
        service = Optional.empty();
    }

    private void publish(String request, String failure) throws IOException {
        boolean running = service.isPresent();
        state =
                new ServiceState(
                        running,
                        state.release(),
                        state.instances(),
                        running == state.running() ? state.since() : clock.instant(),
                        database.isPresent(),
                        request,
                        failure);
        state.write(workspace.control());
    }

    @Override
    public void close() {
        stop();
        stopDatabase();
    }
}
