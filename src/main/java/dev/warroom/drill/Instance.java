package dev.warroom.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One of the instances of render-api: it answers the requests it is given, and logs what it did.
 *
 * @param release what it runs
 * @param database where the jobs are
 * @param faults what its release does besides
 * @param log its own file
 * @param clock stamps the lines
 */
record Instance(
        Release release,
        ConnectionPool database,
        ReleaseFaults faults,
        ServiceLog log,
        InstantSource clock) {

    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(15);
    private static final Duration SLOW = Duration.ofMillis(500);

    /** {@code POST /jobs}: 202 with what is ahead, 400 for a body that is no job, 500. */
    Reply accept(String body) {
        Instant began = clock.instant();
        return Job.parse(body)
                .map(job -> accept(job, began))
                .orElseGet(() -> refused("film=NAME&frames=N is what a job looks like\n"));
    }

    private Reply accept(Job job, Instant began) {
        String number = "?";
        List<String> ahead;
        try {
            number = database.ask("NEXT").getFirst();
            ahead = ask(number);
            database.ask("ADD %s %s %d %s".formatted(number, job.film(), job.frames(), began));
            faults.accepted(job, number, log);
        } catch (StoreException e) {
            log.error(clock.instant(), "render job " + number + " failed: " + e.getMessage(), e);
            return Reply.text(500, "render job " + number + " could not be accepted\n");
        }
        long frames = ahead.stream().mapToLong(row -> Long.parseLong(row.split("\t")[1])).sum();
        info(began, "POST /jobs 202", "job " + number + " " + job.film() + " " + job.frames());
        return Reply.json(
                202,
                "{\"job\":%s,\"jobs_ahead\":%d,\"frames_ahead\":%d}%n"
                        .formatted(number, ahead.size(), frames));
    }

    /** A database can be busy for a moment, so a job is tried again before its client is told. */
    private List<String> ask(String number) throws StoreException {
        for (int attempt = 1; ; attempt++) {
            try {
                return query(release.jobsAhead());
            } catch (StoreException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                log.write(
                        clock.instant(),
                        ServiceLog.Level.WARN,
                        "retry %d/%d for job %s: %s"
                                .formatted(attempt, ATTEMPTS - 1, number, e.getMessage()));
                pause();
            }
        }
    }

    private List<String> query(Query query) throws StoreException {
        Instant began = clock.instant();
        List<String> rows = database.ask("QUERY " + query.text());
        Duration took = Duration.between(began, clock.instant());
        if (took.compareTo(SLOW) >= 0) {
            log.write(
                    clock.instant(),
                    ServiceLog.Level.WARN,
                    "SLOW_QUERY %d ms: %s".formatted(took.toMillis(), query.text()));
        }
        return rows;
    }

    /** {@code GET /jobs}: the jobs that wait, one a line, and how many have left; or 500. */
    Reply list() {
        Instant began = clock.instant();
        try {
            List<String> waiting = query(release.listJobs());
            String archived = database.ask("ARCHIVED").getFirst();
            info(began, "GET /jobs 200", waiting.size() + " jobs");
            return Reply.text(
                    200,
                    waiting.stream()
                            .map(row -> row + "\n")
                            .collect(Collectors.joining("", "", "archived\t" + archived + "\n")));
        } catch (StoreException e) {
            log.error(clock.instant(), "list of jobs failed: " + e.getMessage(), e);
            return Reply.text(500, "the jobs could not be listed\n");
        }
    }

    /** A request that is the client's mistake: logged as traffic, answered with 400. */
    private Reply refused(String why) {
        info(clock.instant(), "POST /jobs 400", "not a job");
        return Reply.text(400, why);
    }

    private void info(Instant began, String request, String detail) {
        Instant now = clock.instant();
        long millis = Duration.between(began, now).toMillis();
        log.write(now, ServiceLog.Level.INFO, request + " " + millis + " ms " + detail);
        faults.answered(request, log);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
