package dev.warroom.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/**
 * What happened before the drill opens: some minutes of good traffic, then the deployment. This is
 * the only part of a drill that is told and not lived.
 *
 * @param workspace has the log folder
 * @param store gets the jobs that the past accepted
 */
record History(Workspace workspace, Store store) {

    private static final Duration TRAFFIC = Duration.ofMinutes(6);
    private static final long STEP_MILLIS = 50;
    private static final Duration BACKED_UP = Duration.ofHours(7);
    private static final DateTimeFormatter BACKUP_NAME =
            DateTimeFormatter.ofPattern("'production-'uuuuMMdd'T'HHmmss'Z.gz'");

    /**
     * Writes the logs up to {@code now}.
     *
     * @param deployments oldest first, at least two; the last one is what runs from {@code now}
     * @param instances how many logs there are
     */
    void write(List<Deployment> deployments, int instances, Instant now) throws IOException {
        List<ServiceLog> logs = new ArrayList<>();
        try {
            for (int number = 1; number <= instances; number++) {
                logs.add(workspace.openLog(number));
            }
            Instant switched = now.minus(deployments.getLast().ago());
            boolean lately = switched.isAfter(now.minus(TRAFFIC));
            traffic(logs, now.minus(TRAFFIC), lately ? switched : now);
            if (lately) {
                String before = deployments.get(deployments.size() - 2).version();
                String stopping = "stopping " + PracticeProduction.SERVICE + " " + before;
                logs.forEach(log -> log.write(switched, ServiceLog.Level.INFO, stopping));
            }
            backUp(now.minus(BACKED_UP));
        } finally {
            for (ServiceLog log : logs) {
                log.close();
            }
        }
        for (int index = 0; index < deployments.size(); index++) {
            String before = index == 0 ? "none" : deployments.get(index - 1).version();
            record(deployments.get(index), before, now);
        }
    }

    /** What the database begins with, and last night's backup of it. */
    private void backUp(Instant at) throws IOException {
        List<String> content = store.dump();
        Files.write(workspace.store().resolve(Store.CONTENT), content);
        String name = BACKUP_NAME.withZone(ZoneOffset.UTC).format(at);
        Path backup = workspace.backups().resolve(name);
        try (var out = new GZIPOutputStream(Files.newOutputStream(backup))) {
            out.write((String.join("\n", content) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        Files.setLastModifiedTime(backup, FileTime.from(at));
    }

    private long submit(Job job, Instant at) throws IOException {
        try {
            long number = store.nextJob();
            store.add(number, job.film(), job.frames(), at);
            return number;
        } catch (StoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void traffic(List<ServiceLog> logs, Instant from, Instant to) throws IOException {
        var choices = new SplittableRandom(from.getEpochSecond());
        int turn = 0;
        for (Instant at = from; at.isBefore(to); at = at.plusMillis(pause(choices))) {
            ServiceLog log = logs.get(turn++ % logs.size());
            int millis = choices.nextInt(1, 9);
            if (choices.nextInt(100) < 35) {
                log.write(at, ServiceLog.Level.INFO, "GET /jobs 200 " + millis + " ms 20 jobs");
                continue;
            }
            Job job = Clients.job(choices);
            long number = submit(job, at);
            if (choices.nextInt(900) == 0) {
                String retry = "retry 1/2 for job " + number + ": store busy";
                log.write(at, ServiceLog.Level.WARN, retry);
            }
            log.write(
                    at,
                    ServiceLog.Level.INFO,
                    "POST /jobs 202 "
                            + millis
                            + " ms job "
                            + number
                            + " "
                            + job.film()
                            + " "
                            + job.frames());
        }
    }

    private static long pause(SplittableRandom choices) {
        return STEP_MILLIS / 2 + choices.nextLong(STEP_MILLIS);
    }

    private void record(Deployment deployment, String before, Instant now) throws IOException {
        Instant at = now.minus(deployment.ago()).truncatedTo(ChronoUnit.MILLIS);
        String day = at.atZone(ZoneOffset.UTC).toLocalDate().toString();
        Path file = workspace.logs().resolve("deployment-" + day + ".log");
        try (var log = new ServiceLog(file, "deploy", ServiceLog.USUAL_BYTES)) {
            String text = "deployed %s (was %s): all instances restarted";
            log.write(at, ServiceLog.Level.INFO, text.formatted(deployment.version(), before));
        }
        Path version = workspace.deployedVersions().resolve(deployment.version());
        Files.writeString(version, "deployed=" + at + "\n");
        Files.setLastModifiedTime(version, FileTime.from(at));
        Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
