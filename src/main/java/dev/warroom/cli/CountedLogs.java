package dev.warroom.cli;

import dev.warroom.health.LogCounts;
import dev.warroom.logs.LogFollower;
import dev.warroom.logs.RemoteLogs;
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

/**
 * The logs of a workspace, here and on other hosts, read to count their lines where a probe asks
 * for that. Commands are not started for it: what they print first may be of any time.
 */
final class CountedLogs implements AutoCloseable {

    /** Lines that are read to know the rate of the last minute, all files of a host together. */
    private static final int BACKLOG = 50_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch read;
    private final Optional<LogFollower> here;
    private final Optional<RemoteLogs> elsewhere;

    private CountedLogs(
            Path folder,
            Policy policy,
            LogCounts counts,
            InstantSource clock,
            LogHosts.Shells shells) {
        if (policy.probes().stream().noneMatch(it -> it.check() instanceof Check.LogRate)) {
            read = new CountDownLatch(0);
            here = Optional.empty();
            elsewhere = Optional.empty();
            return;
        }
        Sources sources = Sources.of(policy.logs());
        read = new CountDownLatch(1 + sources.remote().size());
        here =
                Optional.of(
                        LogFollower.start(
                                folder,
                                sources.globs(),
                                BACKLOG,
                                new Counting(counts, clock, read)));
        elsewhere =
                Optional.of(
                        RemoteLogs.start(
                                sources.remote(),
                                new LogHosts(policy.targets(), shells),
                                BACKLOG,
                                () -> new Counting(counts, clock, read),
                                clock));
    }

    /**
     * @param shells the ways to other hosts
     */
    static CountedLogs of(
            Path folder,
            Policy policy,
            LogCounts counts,
            InstantSource clock,
            LogHosts.Shells shells) {
        return new CountedLogs(folder, policy, counts, clock, shells);
    }

    /**
     * Waits until what is there has been counted, or is known not to be read. Where that takes too
     * long, the probes say that no log is read.
     */
    void await() throws InterruptedException {
        read.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        here.ifPresent(LogFollower::close);
        elsewhere.ifPresent(RemoteLogs::close);
    }

    /** Of this machine, or of one host. */
    private static final class Counting implements LogFollower.Listener {
        private final LogCounts counts;
        private final InstantSource clock;
        private final CountDownLatch read;
        private boolean told;
        private boolean fresh;

        Counting(LogCounts counts, InstantSource clock, CountDownLatch read) {
            this.counts = counts;
            this.clock = clock;
            this.read = read;
        }

        @Override
        public void lines(List<LogLine> batch) {
            counts.add(batch, fresh, clock.instant());
        }

        @Override
        public void source(LogSource source) {
            // What is wrong with a file is seen in the room.
        }

        @Override
        public void host(String host, String trouble) {
            counts.host(host, trouble);
            if (!trouble.isEmpty()) {
                tell();
            }
        }

        @Override
        public void begun() {
            counts.begin();
            fresh = true;
            tell();
        }

        private void tell() {
            if (!told) {
                told = true;
                read.countDown();
            }
        }
    }
}
