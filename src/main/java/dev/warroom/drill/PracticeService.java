package dev.warroom.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The service of the practice production, in a process of its own: instances, worker and HTTP in
 * front of them.
 */
public final class PracticeService {

    private PracticeService() {}

    /**
     * Runs until it is stopped, its owner is gone, or its memory is used up.
     *
     * @param args see {@link PartArguments}
     */
    public static void main(String[] args) {
        PartArguments.run(args, PracticeService::serve);
    }

    private static void serve(PartArguments arguments) throws IOException {
        Workspace workspace = arguments.workspace();
        InstantSource clock = InstantSource.system();
        Release release = Release.read(workspace.current());
        List<ServiceLog> logs = new ArrayList<>();
        for (int number = 1; number <= arguments.instances(); number++) {
            ServiceLog log = workspace.openLog(number);
            log.write(clock.instant(), ServiceLog.Level.INFO, starting(release));
            logs.add(log);
        }
        try {
            RenderApi api = start(arguments, release, logs, clock);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(api, release, logs, clock)));
            arguments.ready();
        } catch (IOException e) {
            // Whoever reads the logs must find why it did not start.
            logs.getFirst()
                    .write(
                            clock.instant(),
                            ServiceLog.Level.ERROR,
                            "cannot start %s %s: %s"
                                    .formatted(
                                            PracticeProduction.SERVICE,
                                            release.version(),
                                            e.getMessage()));
            throw e;
        }
    }

    private static RenderApi start(
            PartArguments arguments, Release release, List<ServiceLog> logs, InstantSource clock)
            throws IOException {
        Workspace workspace = arguments.workspace();
        var database = new ConnectionPool(arguments.databasePort(), release.leakEvery());
        try {
            database.ask("REFRESH");
        } catch (StoreException e) {
            throw new IOException(e.getMessage(), e);
        }
        var faults = new ReleaseFaults(release, workspace.volume(), clock);
        List<Instance> instances =
                logs.stream()
                        .map(log -> new Instance(release, database, faults, log, clock))
                        .toList();
        RenderApi api = RenderApi.start(arguments.port(), instances, clock);
        Certificate certificate = workspace.certificate();
        if (Files.exists(certificate.store())) {
            int port = Integer.parseInt(Files.readString(certificate.portFile()).strip());
            api.add(TlsFront.open(certificate.store(), port));
        }
        ServiceLog log = workspace.openWorkerLog();
        logs.add(log);
        Thread.ofPlatform().daemon().name("worker").start(new Worker(database, log, clock));
        return api;
    }

    static String starting(Release release) {
        return "starting " + PracticeProduction.SERVICE + " " + release.version();
    }

    private static void stop(
            RenderApi api, Release release, List<ServiceLog> logs, InstantSource clock) {
        api.close();
        String text = "stopping " + PracticeProduction.SERVICE + " " + release.version();
        logs.forEach(log -> log.write(clock.instant(), ServiceLog.Level.INFO, text));
    }
}
