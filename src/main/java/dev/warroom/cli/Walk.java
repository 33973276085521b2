package dev.warroom.cli;

import dev.warroom.danger.Danger;
import dev.warroom.danger.Dangers;
import dev.warroom.execution.RunEnd;
import dev.warroom.incident.Batch;
import dev.warroom.incident.IncidentEvent.ChecklistClosed;
import dev.warroom.incident.IncidentEvent.ChecklistStarted;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.incident.IncidentEvent.StepSkipped;
import dev.warroom.incident.IncidentEvent.ValueSet;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Secrets;
import dev.warroom.policy.Target;
import dev.warroom.room.Aim;
import dev.warroom.room.Approving;
import dev.warroom.room.Carried;
import dev.warroom.room.Guard;
import dev.warroom.room.Launch;
import dev.warroom.room.Script;
import dev.warroom.room.SetThere;
import dev.warroom.room.Targeting;
import dev.warroom.runbook.Item;
import dev.warroom.runbook.Placeholder;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;
import dev.warroom.text.Masking;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** A runbook's command steps, one after the other, without a screen and with the same record. */
final class Walk implements AutoCloseable {

    private final Runbook runbook;
    private final RunBook book;
    private final Map<String, String> values;
    private final Secrets secrets;
    private final Path folder;
    private final Policy policy;
    private final Optional<String> target;
    private final Set<String> confirmed;
    private final Consumer<String> output;
    private final Underway underway;

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
        Masking masking = policy.secrets().knowing(values).masking();
        this.runbook = runbook;
        this.book = book;
        this.values = values;
        this.output = line -> output.accept(masking.maskedLine(line));
        this.policy = policy;
        this.target = target;
        this.confirmed = Set.copyOf(confirmed);
        this.secrets = policy.secrets();
        this.folder = folder;
        List<String> typed =
                values.entrySet().stream()
                        .filter(it -> secrets.named(it.getKey()))
                        .map(Map.Entry::getValue)
                        .filter(it -> !it.isBlank())
                        .toList();
        this.underway = new Underway(book, clock, state, folder, masking, typed, this.output);
    }

    /** What a checklist begins with; in an incident others have opened what they walk. */
    private void begin() throws InterruptedException {
        if (!book.own()) {
            return;
        }
        underway.record(new ChecklistStarted(runbook.title(), folder.toString()));
        underway.record(new RunbookOpened(runbook.id(), runbook.title(), runbook.file()));
        for (Map.Entry<String, String> each : values.entrySet()) {
            boolean secret = secrets.named(each.getKey());
            underway.record(new ValueSet(each.getKey(), secret ? Masking.MASK : each.getValue()));
        }
    }

    private void end() throws InterruptedException {
        if (book.own()) {
            underway.record(new ChecklistClosed());
        }
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
                    if (underway.stopping()) {
                        end();
                        return false;
                    }
                    before.accept(step);
                    StepResult result = step(item, step);
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

    private StepResult step(Item item, Step step) throws InterruptedException {
        Optional<String> left = LeftOut.why(item, step);
        if (left.isPresent()) {
            return skip(step, left.get());
        }
        Optional<Placeholder> missing =
                Script.missing(step, values, SetThere.on(policy.targets(), targetOf(step)));
        return missing.isPresent() ? blocked(step, missing.get()) : run(step);
    }

    /** In an incident it is left to people, who may do it. */
    private StepResult skip(Step step, String why) throws InterruptedException {
        if (book.own()) {
            underway.record(new StepSkipped(step.id(), step.title(), why));
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
        return new Carried(underway.last(launch.target()), false, Map.of());
    }

    /** Until it passes and prints what it must, where it may be tried again. */
    private StepResult one(Step step, Launch launch) throws InterruptedException {
        Tries tries = Tries.of(step);
        while (true) {
            String run = book.nextRun();
            Optional<String> refusal = underway.announce(step, launch, "", run);
            if (refusal.isPresent()) {
                return StepResult.blocked(step, refusal.get());
            }
            book.settle();
            underway.start(run, launch, false, tries);
            RunEnd end = underway.ended().end();
            if (!tries.again() || underway.stopping()) {
                return new StepResult(
                        step,
                        tries.state(),
                        end.exit(),
                        end.took(),
                        end.detail().isEmpty() ? tries.why() : end.detail());
            }
            output.accept("(" + tries.next() + ")");
            if (underway.stoppedWithin(tries.pause())) {
                return new StepResult(
                        step, StepResult.State.STOPPED, end.exit(), end.took(), tries.next());
            }
        }
    }

    /** On several hosts, as many at once as their group allows, and each once. */
    private StepResult several(Step step, Aim aim) throws InterruptedException {
        String first = book.nextRun();
        String batch = Batch.id(first, aim.launches().size());
        Deque<Launch> waiting = new ArrayDeque<>(aim.launches());
        Optional<String> refusal = Optional.empty();
        int begun = 0;
        int passed = 0;
        int others = 0;
        while (true) {
            boolean goesOn = !underway.stopping() && !(others > 0 && aim.stopsAtFailure());
            Map<String, Launch> next = new LinkedHashMap<>();
            while (goesOn
                    && refusal.isEmpty()
                    && !waiting.isEmpty()
                    && underway.count() + next.size() < aim.atOnce()) {
                String run = begun == 0 ? first : book.nextRun();
                refusal = underway.announce(step, waiting.getFirst(), batch, run);
                if (refusal.isEmpty()) {
                    next.put(run, waiting.removeFirst());
                    begun++;
                }
            }
            if (!next.isEmpty()) {
                book.settle();
                next.forEach((run, launch) -> underway.start(run, launch, true, Tries.once(step)));
            }
            if (underway.count() == 0) {
                break;
            }
            boolean well = underway.ended().tries().state() == StepResult.State.PASSED;
            passed += well ? 1 : 0;
            others += well ? 0 : 1;
        }
        if (begun == 0 && refusal.isPresent()) {
            return StepResult.blocked(step, refusal.get());
        }
        boolean all = passed == aim.launches().size();
        boolean again = !all && step.attributes().retry().isPresent();
        String words =
                passed
                        + " of "
                        + aim.launches().size()
                        + " hosts passed"
                        + (waiting.isEmpty() ? "" : ", " + waiting.size() + " not begun")
                        + (again ? "; on several hosts a step is tried once" : "")
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

    /** Stops what runs; no step begins after it. May be called from any thread. */
    void stop() {
        underway.stop();
    }

    /** What runs goes on, and nothing begins any more. May be called from any thread. */
    void leave() {
        underway.leave();
    }

    boolean left() {
        return underway.left();
    }

    @Override
    public void close() {
        underway.close();
    }
}
