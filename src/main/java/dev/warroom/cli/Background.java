package dev.warroom.cli;

import dev.warroom.health.LogCounts;
import dev.warroom.health.Probes;
import dev.warroom.health.Surroundings;
import dev.warroom.policy.Policy;
import dev.warroom.room.Notice;
import dev.warroom.room.Reading;
import dev.warroom.room.Signal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What the first picture does not wait for: the runbooks, then the probes, then an eye on changed
 * files. Goes on until it is interrupted.
 *
 * @param kept what was found before, and where it is kept
 * @param today what is due
 * @param first done before anything else
 */
record Background(
        Path folder,
        Policy policy,
        InstantSource clock,
        Inbox inbox,
        LogCounts counts,
        KeptHealth kept,
        Today today,
        Runnable first)
        implements Runnable {

    @Override
    public void run() {
        first.run();
        Thread past = begun("past", kept::tell);
        Thread calendar = begun("calendar", () -> today.tell(clock, inbox));
        try (TargetShell targets = new TargetShell(folder, policy.targets());
                Probes probes =
                        Probes.start(
                                policy.probes(),
                                new Surroundings(folder, clock, targets, counts),
                                this::found)) {
            watch();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            past.interrupt();
            calendar.interrupt();
        }
    }

    /** Something that goes on until it is interrupted. */
    @FunctionalInterface
    private interface Endless {
        void run() throws InterruptedException;
    }

    private static Thread begun(String name, Endless what) {
        return Thread.ofVirtual()
                .name(name)
                .start(
                        () -> {
                            try {
                                what.run();
                            } catch (InterruptedException e) {
                                // Only run() interrupts.
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    private void found(Reading reading) {
        kept.keep(reading);
        inbox.put(new Signal.ProbeAnswered(reading));
    }

    private void watch() throws InterruptedException {
        try (WorkspaceWatch watch = WorkspaceWatch.start(folder, inbox)) {
            Thread.sleep(Long.MAX_VALUE);
        } catch (IOException e) {
            String words = "Changed layouts and runbooks are not noticed: " + e.getMessage();
            inbox.put(new Signal.Said(Notice.plain(words)));
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
