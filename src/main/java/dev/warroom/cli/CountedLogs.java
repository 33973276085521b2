package dev.warroom.cli;

import dev.warroom.health.LogCounts;
import dev.warroom.logs.LogFollower;
import dev.warroom.logs.Sources;
import dev.warroom.policy.Check;
import dev.warroom.policy.Policy;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The logs of a workspace, read to count their lines where a probe asks for that. */
final class CountedLogs implements AutoCloseable {

    /** Lines that are read to know the rate of the last minute, all files together. */
    private static final int BACKLOG = 50_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch read = new CountDownLatch(1);
    private final Optional<LogFollower> follower;

    private CountedLogs(Path folder, Policy policy, LogCounts counts, InstantSource clock) {
        boolean needed =
                policy.probes().stream().anyMatch(it -> it.check() instanceof Check.LogRate);
        follower =
                needed
                        ? Optional.of(
                                LogFollower.start(
                                        folder,
                                        Sources.of(policy.logs()).globs(),
                                        BACKLOG,
                                        new Counting(counts, clock, read)))
                        : Optional.empty();
    }

    static CountedLogs of(Path folder, Policy policy, LogCounts counts, InstantSource clock) {
        return new CountedLogs(folder, policy, counts, clock);
    }

    /**
     * Waits until what is there has been counted. Where that takes too long, the probes say that no
     * log is read.
     */
    void await() throws InterruptedException {
        if (follower.isPresent()) {
            read.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        follower.ifPresent(LogFollower::close);
    }

    private record Counting(LogCounts counts, InstantSource clock, CountDownLatch read)
            implements LogFollower.Listener {

        @Override
        public void lines(List<LogLine> batch) {
            counts.add(batch, read.getCount() == 0, clock.instant());
        }

        @Override
        public void source(LogSource source) {
            // What is wrong with a file is seen in the room.
        }

        @Override
        public void begun() {
            counts.begin();
            read.countDown();
        }
    }
}
