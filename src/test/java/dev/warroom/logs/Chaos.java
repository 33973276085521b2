package dev.warroom.logs;

import dev.warroom.policy.ListedLog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Several writers whose logs are rotated in every way while they are followed. */
final class Chaos {

    private static final int WRITERS = 3;

    /** In a hurry, but lines that are being written are given time. */
    private static final Pace PACE =
            new Pace(
                    Duration.ofMillis(2),
                    Duration.ofMillis(15),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(50),
                    Duration.ofMillis(400));

    private Chaos() {}

    /**
     * What came of it.
     *
     * @param faults empty where no line was lost and none doubled
     */
    record Result(int lines, Map<String, Integer> news, String faults) {}

    static Result run(Path folder, long seed, int operations) throws IOException {
        Random random = new Random(seed);
        ChaosAccount account = new ChaosAccount();
        List<ChaosWriter> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(new ChaosWriter(folder.resolve("app" + i + ".log"), random, account, true));
        }
        try (LogFollower follower =
                LogFollower.start(folder, List.of(ListedLog.of("app*.log*")), 10, account, PACE)) {
            account.awaitFollowed(WRITERS);
            for (int i = 0; i < operations; i++) {
                writers.get(random.nextInt(WRITERS)).act();
            }
            for (ChaosWriter writer : writers) {
                writer.end();
            }
            List<String> expected = new ArrayList<>();
            writers.forEach(it -> expected.addAll(it.expected()));
            account.await(expected);
            // What is doubled comes when a closed file is taken for a new one.
            pause(PACE.release().plus(PACE.rescan().multipliedBy(2)));
            return new Result(expected.size(), account.news(), account.faults(expected));
        }
    }

    static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    /**
     * Runs until the time is up or a line is lost or doubled.
     *
     * @param args minutes; operations of a run; the seed of the only run, or nothing
     */
    static void main(String[] args) throws IOException {
        long end = System.nanoTime() + Duration.ofMinutes(Long.parseLong(args[0])).toNanos();
        int operations = Integer.parseInt(args[1]);
        boolean once = args.length > 2;
        repeat(end, once, args, operations, Chaos::run);
    }

    /** One run of something. */
    @FunctionalInterface
    interface Run {
        Result of(Path folder, long seed, int operations) throws IOException;
    }

    static void repeat(long end, boolean once, String[] args, int operations, Run run)
            throws IOException {
        do {
            long seed = once ? Long.parseLong(args[2]) : ThreadLocalRandom.current().nextLong();
            Path folder = Files.createTempDirectory("chaos");
            String words = "seed " + seed + ", " + operations + " operations: ";
            try {
                Result result = run.of(folder, seed, operations);
                System.out.println(words + result.lines() + " lines, news " + result.news());
                if (!result.faults().isEmpty()) {
                    System.out.println("FAILED: " + result.faults());
                    System.exit(1);
                }
            } catch (AssertionError e) {
                System.out.println(words + "FAILED: " + e.getMessage());
                System.exit(1);
            } finally {
                delete(folder);
            }
        } while (!once && System.nanoTime() < end);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
