package dev.warroom.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the supervisor says about the service, in the control folder's file {@value #FILE}.
 *
 * @param running whether it runs
 * @param release the version that runs, or ran last; may be empty
 * @param instances how many
 * @param since when this began
 * @param database whether the database runs
 * @param request the id of the last request that was carried out; may be empty
 * @param failure why that request failed, one line; empty where it did not
 */
record ServiceState(
        boolean running,
        String release,
        int instances,
        Instant since,
        boolean database,
        String request,
        String failure) {

    static final String FILE = "state";

    ServiceState {
        failure = failure.replaceAll("\\R", " ");
    }

    /** The same with this release. */
    ServiceState of(String version) {
        return new ServiceState(running, version, instances, since, database, request, failure);
    }

    /** Puts the file in place in one go, so that a reader never sees half of it. */
    void write(Path control) throws IOException {
        Path next = control.resolve(FILE + ".next");
        Files.writeString(
                next,
                """
                state=%s
                release=%s
                instances=%d
                since=%s
                database=%s
                request=%s
                failure=%s
                """
                        .formatted(
                                running ? "running" : "stopped",
                                release,
                                instances,
                                since.truncatedTo(ChronoUnit.SECONDS),
                                database ? "running" : "stopped",
                                request,
                                failure));
        Files.move(
                next,
                control.resolve(FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
