package dev.warroom.cli;

import dev.warroom.danger.Danger;
import dev.warroom.danger.Dangers;
import dev.warroom.execution.RunEnd;
import dev.warroom.execution.RunListener;
import dev.warroom.incident.Batch;
import dev.warroom.incident.EventText;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.ChecklistClosed;
import dev.warroom.incident.IncidentEvent.ChecklistStarted;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepSkipped;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.IncidentEvent.ValueSet;
import dev.warroom.incident.Outcome;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Secrets;
import dev.warroom.policy.Target;
import dev.warroom.room.Aim;
import dev.warroom.room.Approving;
import dev.warroom.room.Carried;
import dev.warroom.room.Guard;
import dev.warroom.room.Launch;
import dev.warroom.room.LostRuns;
import dev.warroom.room.Script;
import dev.warroom.room.Targeting;
import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Item;
import dev.warroom.runbook.Placeholder;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;
import dev.warroom.text.Masking;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A runbook's command steps, one after the other, without a screen and with the same record. */
final class Walk implements AutoCloseable {

    static final String OPTION = "an option: a person picks one";
    static final String MANUAL = "for a person";
    static final String STREAM = "it does not end by itself";

    /** Where nothing ends for so long, the ends before it are seen onto the disk. */
    private static final Duration SOON = Duration.ofMillis(100);

    private final Runbook runbook;
    private final RunBook book;
    private final InstantSource clock;
    private final Map<String, String> values;
    private final Masking masking;
    private final Secrets secrets;
    private final Path folder;
    private final Policy policy;
    private final Map<String, String> last = new HashMap<>();
    private final Optional<String> target;
    private final Set<String> confirmed;
    private final Consumer<String> output;
    private final TargetRuns runs;
    private final LinkedBlockingQueue<Ended> ends = new LinkedBlockingQueue<>();
    private final Map<String, Started> open = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Optional<Tries> wanted = Optional.empty();
    private volatile boolean stopping;
    private volatile boolean left;

    /**
     * @param book where it is written down
     * @param values of placeholders, by name
     * @param policy its targets, what must not be shown, and how long a step may take
     * @param target where steps run that name no target; empty where the runbook says, or here
     * @param confirmed production targets on which what is dangerous may run
     * @param output gets each line of a step's output
     */
    Walk(
            Runbook runbook,
            RunBook book,
            InstantSource clock,
            Path state,
            Path folder,
            Map<String, String> values,
            Policy policy,
            Optional<String> target,
            Set<String> confirmed,
            Consumer<String> output) {
        this.runbook = runbook;
        this.book = book;
        this.clock = clock;
        this.values = values;
        Secrets secrets = policy.secrets();
        this.masking = secrets.knowing(values).masking();
        this.output = line -> output.accept(masking.maskedLine(line));
        this.policy = policy;
        this.target = target;
        this.confirmed = Set.copyOf(confirmed);
        this.runs = new TargetRuns(state, folder, listener());
        this.secrets = secrets;
        this.folder = folder;
    }

    /** What a checklist begins with; in an incident others have opened what they walk. */
    private void begin() throws InterruptedException {
        if (!book.own()) {
            return;
        }
        record(new ChecklistStarted(runbook.title(), folder.toString()));
        record(new RunbookOpened(runbook.id(), runbook.title(), runbook.file()));
        for (Map.Entry<String, String> each : values.entrySet()) {
            boolean secret = secrets.named(each.getKey());
            record(new ValueSet(each.getKey(), secret ? Masking.MASK : each.getValue()));
        }
    }

    private void end() throws InterruptedException {
        if (book.own()) {
            record(new ChecklistClosed());
        }
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
                wanted.ifPresent(it -> it.printed(lines));
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

    /**
     * Runs the steps in order.
     *
     * @param keepGoing whether a failed step does not end it
     * @param before told of each step before it runs
     * @param after told how each went
     * @return whether all that ran passed
     */
    boolean steps(boolean keepGoing, Consumer<Step> before, Consumer<StepResult> after)
            throws InterruptedException {
        boolean well = true;
        begin();
        for (Section section : runbook.sections()) {
            for (Item item : section.items()) {
                for (Step step : item.steps()) {
                    if (stopping) {
                        end();
                        return false;
                    }
                    before.accept(step);
                    StepResult result = item instanceof Choice ? skip(step, OPTION) : step(step);
                    after.accept(result);
                    well &=
                            result.state() == StepResult.State.PASSED
                                    || result.state() == StepResult.State.SKIPPED;
                    if (!well && !keepGoing) {
                        end();
                        return false;
                    }
                }
            }
        }
        end();
        return well;
    }

    private StepResult step(Step step) throws InterruptedException {
        return switch (step.kind()) {
            case MANUAL -> skip(step, MANUAL);
            case STREAM -> skip(step, STREAM);
            case COMMAND -> {
                Optional<Placeholder> missing = Script.missing(step, values);
                yield missing.isPresent() ? blocked(step, missing.get()) : run(step);
            }
        };
    }

    /** In an incident it is left to people, who may do it. */
    private StepResult skip(Step step, String why) throws InterruptedException {
        if (book.own()) {
            record(new StepSkipped(step.id(), step.title(), why));
        }
        return StepResult.skipped(step, why);
    }

    static StepResult blocked(Step step, Placeholder missing) {
        return StepResult.blocked(
                step,
                missing.written()
                        + " has no value: give it with --set "
                        + missing.name()
                        + "=VALUE");
    }

    private StepResult run(Step step) throws InterruptedException {
        Optional<Aim> found =
                Targeting.aim(
                        policy.targets(),
                        targetOf(step),
                        Script.filled(step, values),
                        step,
                        Optional.of(runbook.settings()));
        if (found.isEmpty()) {
            return StepResult.blocked(
                    step,
                    "\""
                            + targetOf(step)
                            + "\" cannot be the name of a host, and warroom.yaml has no target of"
                            + " this name");
        }
        Aim aim = found.get().each(it -> it.with(carried(it)).within(policy.steps().timeout()));
        if (aim.interactive()) {
            return skip(step, "it wants a terminal of its own");
        }
        List<Danger> dangers = Dangers.in(aim.first().script());
        Optional<Approving.Need> approval = Approving.need(policy, step, dangers);
        if (approval.isPresent()) {
            return StepResult.blocked(
                    step,
                    "it needs the approval of "
                            + approval.get().words()
                            + ", which is given in a room only: warroom open");
        }
        Optional<String> word = Guard.word(aim, dangers);
        if (word.isPresent() && !confirmed.contains(word.get())) {
            return StepResult.blocked(
                    step,
                    "it is dangerous, and "
                            + word.get()
                            + " is production: --confirm "
                            + word.get()
                            + " lets it run");
        }
        int hosts = aim.launches().size();
        if (hosts > policy.targets().blastRadius()
                && !confirmed.contains(Integer.toString(hosts))) {
            return StepResult.blocked(
                    step,
                    "it would run on "
                            + hosts
                            + " hosts, and blast-radius in warroom.yaml is "
                            + policy.targets().blastRadius()
                            + ": --confirm "
                            + hosts
                            + " lets it run");
        }
        Optional<String> probe = Tries.probe(step, policy);
        if (probe.isPresent()) {
            return StepResult.blocked(
                    step,
                    "it waits for the probe "
                            + probe.get()
                            + ", which a room watches: warroom open, or write a command that"
                            + " looks");
        }
        return aim.several() ? several(step, aim) : one(step, aim.first());
    }

    /** What the step before it has left on the same host. */
    private Carried carried(Launch launch) {
        return new Carried(Optional.ofNullable(last.get(launch.target().name())), false, Map.of());
    }

    /** Until it passes and prints what it must, where it may be tried again. */
    private StepResult one(Step step, Launch launch) throws InterruptedException {
        Tries tries = Tries.of(step);
        while (true) {
            String run = book.nextRun();
            Optional<String> refusal = announce(step, launch, "", run);
            if (refusal.isPresent()) {
                return StepResult.blocked(step, refusal.get());
            }
            book.settle();
            wanted = Optional.of(tries);
            start(run, launch, false);
            RunEnd end = ended();
            tries.ended(end.outcome(), clock.instant());
            if (!tries.again() || stopping) {
                return new StepResult(
                        step,
                        tries.state(),
                        end.exit(),
                        end.took(),
                        end.detail().isEmpty() ? tries.why() : end.detail());
            }
            output.accept("(" + tries.next() + ")");
            if (stopped.await(tries.pause().toMillis(), TimeUnit.MILLISECONDS)) {
                return new StepResult(
                        step, StepResult.State.STOPPED, end.exit(), end.took(), tries.next());
            }
        }
    }

    /** On several hosts, as many at once as their group allows. */
    private StepResult several(Step step, Aim aim) throws InterruptedException {
        wanted = Optional.empty();
        String first = book.nextRun();
        String batch = Batch.id(first, aim.launches().size());
        Deque<Launch> waiting = new ArrayDeque<>(aim.launches());
        Optional<String> refusal = Optional.empty();
        int begun = 0;
        int passed = 0;
        int others = 0;
        while (true) {
            boolean goesOn = !stopping && !(others > 0 && aim.stopsAtFailure());
            Map<String, Launch> next = new LinkedHashMap<>();
            while (goesOn
                    && refusal.isEmpty()
                    && !waiting.isEmpty()
                    && open.size() + next.size() < aim.atOnce()) {
                String run = begun == 0 ? first : book.nextRun();
                refusal = announce(step, waiting.getFirst(), batch, run);
                if (refusal.isEmpty()) {
                    next.put(run, waiting.removeFirst());
                    begun++;
                }
            }
            if (!next.isEmpty()) {
                book.settle();
                next.forEach((run, launch) -> start(run, launch, true));
            }
            if (open.isEmpty()) {
                break;
            }
            RunEnd end = ended();
            passed += end.outcome() == Outcome.PASSED ? 1 : 0;
            others += end.outcome() == Outcome.PASSED ? 0 : 1;
        }
        if (begun == 0 && refusal.isPresent()) {
            return StepResult.blocked(step, refusal.get());
        }
        boolean all = passed == aim.launches().size();
        String words =
                passed
                        + " of "
                        + aim.launches().size()
                        + " hosts passed"
                        + (waiting.isEmpty() ? "" : ", " + waiting.size() + " not begun")
                        + refusal.map(it -> ": " + it).orElse("");
        return new StepResult(
                step,
                all
                        ? StepResult.State.PASSED
                        : others > 0 ? StepResult.State.FAILED : StepResult.State.STOPPED,
                OptionalInt.empty(),
                Duration.ZERO,
                words);
    }

    /** Why it must not start; where that is empty, it is written down. */
    private Optional<String> announce(Step step, Launch launch, String batch, String run)
            throws InterruptedException {
        StepStarted start =
                new StepStarted(
                        run,
                        step.id(),
                        step.title(),
                        launch.script(),
                        launch.target().name(),
                        launch.where(),
                        batch);
        return book.start(masked(start));
    }

    private void start(String run, Launch launch, boolean several) {
        open.put(run, new Started(launch, several));
        runs.start(run, launch);
        if (stopping) {
            runs.stop(run, launch.where());
        }
    }

    private StepStarted masked(StepStarted start) {
        return (StepStarted) EventText.changed(start, masking::masked);
    }

    /** Waits until any of those that run has ended. */
    private RunEnd ended() throws InterruptedException {
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
        if (was.several()) {
            String how = end.exit().isPresent() ? "exit " + end.exit().getAsInt() : "no exit code";
            output.accept(
                    was.launch().target().name()
                            + ": "
                            + how
                            + (end.detail().isEmpty() ? "" : ": " + end.detail()));
        }
        return end;
    }

    private String targetOf(Step step) {
        return target(runbook, step, target);
    }

    /** The name of the target that {@code step} runs on. */
    static String target(Runbook runbook, Step step, Optional<String> usual) {
        return step.attributes()
                .target()
                .or(() -> usual)
                .or(() -> runbook.settings().target())
                .orElse(Target.LOCAL);
    }

    /**
     * What runs now.
     *
     * @param several whether it is one of several hosts
     */
    private record Started(Launch launch, boolean several) {}

    private record Ended(String run, RunEnd end) {}

    /** Stops what runs; no step begins after it. May be called from any thread. */
    void stop() {
        stopping = true;
        stopped.countDown();
        open.forEach((run, it) -> runs.stop(run, it.launch().where()));
    }

    /** What runs goes on, and nothing begins any more. May be called from any thread. */
    void leave() {
        left = true;
        stopping = true;
        stopped.countDown();
    }

    boolean left() {
        return left;
    }

    @Override
    public void close() {
        runs.close();
    }

    private void record(IncidentEvent event) throws InterruptedException {
        book.record(EventText.changed(event, masking::masked));
    }
}
