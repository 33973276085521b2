package dev.warroom.cli;

import dev.warroom.execution.RunEnd;
import dev.warroom.execution.RunListener;
import dev.warroom.incident.EventText;
import dev.warroom.incident.FactWords;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.policy.Target;
import dev.warroom.room.Launch;
import dev.warroom.room.LostRuns;
import dev.warroom.room.Running;
import dev.warroom.runbook.Step;
import dev.warroom.text.Masking;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What runs while a runbook is walked without a screen: written down before it starts, and told.
 */
final class Underway implements AutoCloseable {

    /** Where nothing ends for so long, the ends before it are seen onto the disk. */
    private static final Duration SOON = Duration.ofMillis(100);

    private final RunBook book;
    private final InstantSource clock;
    private final Masking masking;
    private final List<String> secrets;
    private final Consumer<String> output;
    private final TargetRuns runs;
    private final LinkedBlockingQueue<Ended> ends = new LinkedBlockingQueue<>();
    private final Map<String, Started> open = new ConcurrentHashMap<>();
    private final Map<String, String> last = new HashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean left;

    /**
     * @param book where it is written down
     * @param folder the workspace's
     * @param output gets each line of what is told
     */
    Underway(
            RunBook book,
            InstantSource clock,
            Path state,
            Path folder,
            Masking masking,
            List<String> secrets,
            Consumer<String> output) {
        this.book = book;
        this.clock = clock;
        this.masking = masking;
        this.secrets = List.copyOf(secrets);
        this.output = output;
        this.runs = new TargetRuns(state, folder, listener());
    }

    /**
     * What runs now.
     *
     * @param several whether it is one of several hosts
     */
    private record Started(Launch launch, boolean several, Tries tries) {}

    private record Ended(String run, RunEnd end) {}

    /** How a try has ended. */
    record Result(RunEnd end, Tries tries) {}

    void record(IncidentEvent event) throws InterruptedException {
        book.record(EventText.changed(event, masking::masked));
    }

    /** Why it must not start; where that is empty, it is written down. */
    Optional<String> announce(Step step, Launch launch, String batch, String run)
            throws InterruptedException {
        StepStarted start = Running.started(run, step, launch, batch);
        return book.start((StepStarted) EventText.changed(start, masking::masked));
    }

    /**
     * @param several whether it is one of several hosts
     * @param tries what it prints and how it ends is told to
     */
    void start(String run, Launch launch, boolean several, Tries tries) {
        open.put(run, new Started(launch, several, tries));
        runs.start(run, launch, secrets.stream().filter(launch.script()::contains).toList());
        if (stopping()) {
            runs.stop(run, launch.where());
        }
    }

    /** How many run now. */
    int count() {
        return open.size();
    }

    /** The last run on this target that has ended with an exit code. */
    Optional<String> last(Target target) {
        return Optional.ofNullable(last.get(target.name()));
    }

    /** Waits until any of those that run has ended. */
    Result ended() throws InterruptedException {
        Ended ended = ends.poll(SOON.toMillis(), TimeUnit.MILLISECONDS);
        if (ended == null) {
            book.settle();
            ended = ends.take();
        }
        RunEnd end = ended.end();
        Started was = open.remove(ended.run());
        record(
                new StepFinished(
                        ended.run(),
                        end.outcome(),
                        end.exit(),
                        end.line(),
                        end.took(),
                        end.bytes(),
                        end.detail()));
        if (end.exit().isPresent()) {
            last.put(was.launch().target().name(), ended.run());
        }
        was.tries().ended(end.outcome(), end.line(), clock.instant());
        if (was.several()) {
            String how = FactWords.ending(end.outcome(), end.exit());
            String why = end.detail().isEmpty() ? was.tries().why() : end.detail();
            output.accept(
                    was.launch().target().name() + ": " + how + (why.isEmpty() ? "" : ": " + why));
        }
        return new Result(end, was.tries());
    }

    /** Which of several hosts says it. */
    private String head(String run) {
        Started it = open.get(run);
        return it != null && it.several() ? it.launch().target().name() + ": " : "";
    }

    private RunListener listener() {
        return new RunListener() {
            @Override
            public void output(String run, List<String> lines, long dropped) {
                if (dropped > 0) {
                    output.accept(head(run) + "(" + dropped + " lines are in the run's file only)");
                }
                Optional.ofNullable(open.get(run)).ifPresent(it -> it.tries().printed(lines));
                lines.forEach(it -> output.accept(head(run) + it));
            }

            @Override
            public void lost(String run, String why) {
                output.accept(
                        head(run)
                                + "("
                                + new LostRuns.Lost(clock.instant(), why)
                                        .words(ZoneId.systemDefault())
                                + "; it is asked again until it answers)");
            }

            @Override
            public void found(String run) {
                output.accept(head(run) + "(it answers again)");
            }

            @Override
            public void said(String run, String words) {
                output.accept(head(run) + "(" + words + ")");
            }

            @Override
            public void ended(String run, RunEnd end) {
                ends.add(new Ended(run, end));
            }
        };
    }

    /** Stops what runs, and whatever starts after it. May be called from any thread. */
    void stop() {
        stopped.countDown();
        open.forEach((run, it) -> runs.stop(run, it.launch().where()));
    }

    /** What runs goes on, and nothing begins any more. May be called from any thread. */
    void leave() {
        left = true;
        stopped.countDown();
    }

    boolean left() {
        return left;
    }

    /** Whether nothing must begin any more. */
    boolean stopping() {
        return stopped.getCount() == 0;
    }

    /** Waits; true as soon as nothing must begin any more. */
    boolean stoppedWithin(Duration pause) throws InterruptedException {
        return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        runs.close();
    }
}
