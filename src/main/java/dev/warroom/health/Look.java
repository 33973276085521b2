package dev.warroom.health;

import dev.warroom.policy.Check;
import dev.warroom.policy.Probe;
import dev.warroom.policy.Thresholds;
import dev.warroom.process.ChildResult;
import dev.warroom.room.LogLevel;
import dev.warroom.room.Metric;
import dev.warroom.room.Reading;
import dev.warroom.room.Reading.Health;
import dev.warroom.text.Counted;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** One probe's way to look. Used by one thread. */
final class Look {

    private final Probe probe;
    private final Surroundings with;
    private final Beside beside;
    private Optional<HttpLook> http = Optional.empty();

    /**
     * @param threads for what may hang, see {@link Beside#threads}
     */
    Look(Probe probe, Surroundings with, ExecutorService threads) {
        this.probe = probe;
        this.beside = new Beside(threads);
        this.with = with;
    }

    /** Looks once. */
    Reading look() throws InterruptedException {
        long began = System.nanoTime();
        Finding found = find();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new Reading(
                probe.name(),
                found.health(),
                with.clock().instant(),
                found.timing().map(it -> it.total()).orElse(took),
                found.detail(),
                found.metrics(),
                found.output(),
                found.timing());
    }

    private Finding find() throws InterruptedException {
        Thresholds limits = probe.thresholds();
        try {
            return switch (probe.check()) {
                case Check.Http check -> http(check, limits);
                case Check.Tcp check -> tcp(check, limits);
                case Check.Command check -> command(check, limits);
                case Check.Disk check ->
                        machine(new DiskCheck(with.workspace(), check.path()), limits);
                case Check.Memory check -> machine(new MemoryCheck(), limits);
                case Check.Load check -> machine(new LoadCheck(), limits);
                case Check.Processes check -> machine(new ProcessCheck(check.pattern()), limits);
                case Check.Port check -> machine(new PortCheck(check.port()), limits);
                case Check.FileAge check ->
                        machine(
                                new FileAgeCheck(with.workspace(), check.glob(), with.clock()),
                                limits);
                case Check.LogRate check -> logRate(check, limits);
            };
        } catch (RuntimeException e) {
            // A probe that cannot be looked at must not pass for one that is merely silent.
            return new Finding(Health.UNKNOWN, "cannot be looked at: " + e);
        }
    }

    private Finding http(Check.Http check, Thresholds limits) throws InterruptedException {
        if (http.isEmpty()) {
            http = Optional.of(new HttpLook(check, limits, with.workspace(), with.clock()));
        }
        return probe.on().isPresent()
                ? http.get().on(probe.on().get(), with.targets(), probe.timeout())
                : http.get().here(probe.timeout(), beside);
    }

    private Finding tcp(Check.Tcp check, Thresholds limits) throws InterruptedException {
        if (probe.on().isEmpty()) {
            return TcpLook.here(check, limits, probe.timeout(), beside);
        }
        try {
            ChildResult result =
                    with.targets()
                            .run(probe.on().get(), TcpLook.script(check), probe.timeout(), 4096);
            if (result.timedOut()) {
                return Finding.silence(Health.CRITICAL, probe.timeout());
            }
            return result.succeeded()
                    ? TcpLook.connected(result.took(), limits)
                    : Failures.shell(result);
        } catch (IOException e) {
            return new Finding(Health.UNKNOWN, e.getMessage());
        }
    }

    private Finding command(Check.Command check, Thresholds limits) throws InterruptedException {
        return probe.on().isPresent()
                ? CommandLook.on(
                        probe.on().get(), with.targets(), check.line(), limits, probe.timeout())
                : CommandLook.here(check.line(), limits, with.workspace(), probe.timeout());
    }

    private Finding machine(MachineCheck check, Thresholds limits) throws InterruptedException {
        return probe.on().isPresent()
                ? MachineLook.on(probe.on().get(), with.targets(), check, limits, probe.timeout())
                : MachineLook.here(check, limits, probe.timeout(), beside);
    }

    private Finding logRate(Check.LogRate check, Thresholds limits) {
        LogLevel level = LogLevel.valueOf(check.level().toUpperCase(Locale.ROOT));
        long lines = with.logs().lastMinute(level, with.clock().instant());
        if (lines < 0) {
            return new Finding(Health.UNKNOWN, "no log is read");
        }
        String words = Counted.of(lines, "line") + " a minute, " + check.level();
        Finding counted =
                Finding.of(
                        Metric.of(check.level() + "s", lines, "/min"),
                        limits,
                        words + (level == LogLevel.CRITICAL ? "" : " or worse"));
        // What is not read could only make it worse.
        return with.logs()
                .unread()
                .filter(why -> counted.health() == Health.OK)
                .map(why -> new Finding(Health.UNKNOWN, why + " (else " + words + ")"))
                .orElse(counted);
    }
}
