package dev.warroom.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of the instances of render-api: it answers the requests it is given, and logs what it did.
 *
 * @param release what it runs
 * @param store where the jobs are
 * @param log its own file
 * @param clock stamps the lines
 */
record Instance(Release release, Store store, ServiceLog log, InstantSource clock) {

    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(15);

    /** {@code POST /jobs}: 202 with what is ahead, 400 for a body that is no job, 500. */
    Reply accept(String body) {
        Instant began = clock.instant();
        return Job.parse(body)
                .map(job -> accept(job, began))
                .orElseGet(() -> refused("film=NAME&frames=N is what a job looks like\n"));
    }

    private Reply accept(Job job, Instant began) {
        long number = store.nextJob();
        List<Map<String, String>> ahead;
        try {
            ahead = ask(number);
        } catch (StoreException e) {
            log.error(clock.instant(), "render job " + number + " failed: " + e.getMessage(), e);
            return Reply.text(500, "render job " + number + " could not be accepted\n");
        }
        store.add(number, job.film(), job.frames(), began);
        long frames = ahead.stream().mapToLong(row -> Long.parseLong(row.get("frames"))).sum();
        info(began, "POST /jobs 202", "job " + number + " " + job.film() + " " + job.frames());
        return Reply.json(
                202,
                "{\"job\":%d,\"jobs_ahead\":%d,\"frames_ahead\":%d}%n"
                        .formatted(number, ahead.size(), frames));
    }

    /** A store can be busy for a moment, so a job is tried again before its client is told. */
    private List<Map<String, String>> ask(long number) throws StoreException {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.answer(release.jobsAhead());
            } catch (StoreException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                log.write(
                        clock.instant(),
                        ServiceLog.Level.WARN,
                        "retry %d/%d for job %d: %s"
                                .formatted(attempt, ATTEMPTS - 1, number, e.getMessage()));
                pause();
            }
        }
    }

    /** {@code GET /jobs}: the jobs that wait, one a line, and how many have left; or 500. */
    Reply list() {
        Instant began = clock.instant();
        try {
            List<Map<String, String>> waiting = store.answer(release.listJobs());
            info(began, "GET /jobs 200", waiting.size() + " jobs");
            return Reply.text(
                    200,
                    waiting.stream()
                            .map(row -> String.join("\t", row.values()) + "\n")
                            .collect(
                                    Collectors.joining(
                                            "", "", "archived\t" + store.archived() + "\n")));
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
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
