package dev.warroom.drill;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs render-api as a process supervisor would: stays, while the service in it is started, stopped
 * and restarted on request. A start takes the release that {@code current} names at that moment.
 */
final class Supervisor implements AutoCloseable {

    static final int USUAL_INSTANCES = 3;
    static final int MOST_INSTANCES = 8;

    private final Workspace workspace;
    private final Store store;
    private final InstantSource clock;
    private final List<ServiceLog> logs = new ArrayList<>();
    private Optional<RenderApi> api = Optional.empty();
    private ServiceState state;
    private int port;

    /**
     * @param workspace where everything lies
     * @param store outlives restarts
     */
    Supervisor(Workspace workspace, Store store, InstantSource clock) {
        this.workspace = workspace;
        this.store = store;
        this.clock = clock;
        this.state =
                new ServiceState(false, "", USUAL_INSTANCES, clock.instant(), "", "never started");
    }

    /**
     * Starts the service on a free port, which it keeps from then on.
     *
     * @return the port
     * @throws IOException where the release cannot be run
     */
    int start() throws IOException {
        run(state.instances());
        publish(true, "", "");
        return port;
    }

    /** Carries out the request in the control folder, unless that was done already. */
    void attend() throws IOException {
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
        publish(api.isPresent(), request.id(), failure);
    }

    private void carryOut(Request request) throws IOException {
        Request.Action action =
                request.action()
                        .orElseThrow(() -> new IOException("ask for start, stop or restart"));
        int wanted = request.instances().orElse(state.instances());
        if (wanted < 1 || wanted > MOST_INSTANCES) {
            throw new IOException(
                    wanted + " instances: must be from 1 to " + MOST_INSTANCES + " on this host");
        }
        switch (action) {
            case START -> {
                if (api.isEmpty()) {
                    run(wanted);
                }
            }
            case STOP -> stop();
            case RESTART -> {
                stop();
                run(wanted);
            }
        }
    }

    private void run(int wanted) throws IOException {
        Release release = Release.read(workspace.current());
        List<Instance> instances = new ArrayList<>();
        try {
            store.readSchema();
            for (int number = 1; number <= wanted; number++) {
                ServiceLog log = workspace.openLog(number);
                logs.add(log);
                log.write(clock.instant(), ServiceLog.Level.INFO, starting(release));
                instances.add(new Instance(release, store, log, clock));
            }
            api = Optional.of(RenderApi.start(port, instances, clock));
        } catch (StoreException e) {
            closeLogs();
            throw new IOException(e.getMessage(), e);
        } catch (IOException e) {
            closeLogs();
            throw e;
        }
        port = api.get().port();
        state = new ServiceState(true, release.version(), wanted, clock.instant(), "", "");
    }

    static String starting(Release release) {
        return "starting " + PracticeProduction.SERVICE + " " + release.version();
    }

    private void stop() throws IOException {
        api.ifPresent(RenderApi::close);
        api = Optional.empty();
        logs.forEach(
                log ->
                        log.write(
                                clock.instant(),
                                ServiceLog.Level.INFO,
                                "stopping " + PracticeProduction.SERVICE + " " + state.release()));
        closeLogs();
    }

    private void closeLogs() throws IOException {
        for (ServiceLog log : logs) {
            log.close();
        }
        logs.clear();
    }

    private void publish(boolean running, String request, String failure) throws IOException {
        state =
                new ServiceState(
                        running,
                        state.release(),
                        state.instances(),
                        running == state.running() ? state.since() : clock.instant(),
                        request,
                        failure);
        state.write(workspace.control());
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
