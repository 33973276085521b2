package dev.warroom.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The places in a drill's folder.
 *
 * @param folder the workspace itself, absolute
 */
record Workspace(Path folder) {

    Path logs() {
        return folder.resolve("logs");
    }

    Path releases() {
        return folder.resolve("releases");
    }

    /** The link that names the release to run. */
    Path current() {
        return folder.resolve("current");
    }

    /** A file a deployed version. */
    Path deployedVersions() {
        return folder.resolve(".deployment-versions");
    }

    /** What the service writes besides its logs, under a quota. */
    Volume volume() {
        return new Volume(folder.resolve("volume"), Volume.USUAL_BYTES);
    }

    Path backups() {
        return folder.resolve("backups");
    }

    Path store() {
        return folder.resolve("store");
    }

    /** What the service shows to those who reach it by TLS; need not be there. */
    Certificate certificate() {
        return new Certificate(folder.resolve("tls"));
    }

    /** Where scripts and the supervisor talk. */
    Path control() {
        return folder.resolve(".supervisor");
    }

    /** Where the service is found, as the scripts read it. */
    Path serviceEnvironment() {
        return folder.resolve("service.env");
    }

    /** What the production printed; not one of its logs. */
    Path productionOutput() {
        return folder.resolve(".production.out");
    }

    /** Names the owner. Only a folder with this file in it is ever deleted. */
    Path mark() {
        return folder.resolve(".drill");
    }

    /**
     * Opens an instance's log.
     *
     * @param number from 1
     */
    ServiceLog openLog(int number) throws IOException {
        String name = "api-" + number;
        return new ServiceLog(
                logs().resolve("application-" + name + ".log"), name, ServiceLog.USUAL_BYTES);
    }

    ServiceLog openWorkerLog() throws IOException {
        return log("application-worker", "worker");
    }

    ServiceLog openClientsLog() throws IOException {
        return log("clients", "clients");
    }

    ServiceLog openSupervisorLog() throws IOException {
        return log("supervisor", "supervisor");
    }

    ServiceLog openDatabaseLog(Instant now) throws IOException {
        return log("database-" + now.atZone(ZoneOffset.UTC).toLocalDate(), "database");
    }

    private ServiceLog log(String file, String origin) throws IOException {
        return new ServiceLog(logs().resolve(file + ".log"), origin, ServiceLog.USUAL_BYTES);
    }

    /**
     * Makes the folders that the production writes to.
     *
     * @param ownerPid the process that the folder must not outlive
     * @throws IOException where that cannot be
     */
    void create(long ownerPid) throws IOException {
        // First of all: a folder without its mark would stay.
        Files.writeString(mark(), "owner=" + ownerPid + "\n");
        for (Path place :
                new Path[] {
                    logs(),
                    releases(),
                    deployedVersions(),
                    store(),
                    control(),
                    backups(),
                    volume().folder()
                }) {
            Files.createDirectories(place);
        }
    }
}
