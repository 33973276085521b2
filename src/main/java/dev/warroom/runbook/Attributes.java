package dev.warroom.runbook;

import java.time.Duration;
import java.util.Optional;

/**
 * What stands behind a fence beside its label, in the words of Runme and in our own.
 *
 * @param name what the block is called
 * @param interactive whether it needs a terminal of its own
 * @param background whether it runs beside the rest
 * @param cwd the folder it runs in
 * @param interpreter what runs it in place of the shell
 * @param excludeFromRunAll whether it is left out where everything is run
 * @param promptEnv whether its variables are asked for; empty where the file says
 * @param ignore whether it is only shown, whatever it holds
 * @param target where it runs, as the workspace names it
 * @param timeout how long it may take
 * @param expect what its output must hold
 * @param approval who must agree first; empty where nobody must
 * @param retry how often it is tried again; empty for never
 */
public record Attributes(
        Optional<String> name,
        Optional<Boolean> interactive,
        boolean background,
        Optional<String> cwd,
        Optional<String> interpreter,
        boolean excludeFromRunAll,
        Optional<Boolean> promptEnv,
        boolean ignore,
        Optional<String> target,
        Optional<Duration> timeout,
        Optional<String> expect,
        Optional<String> approval,
        Optional<Retry> retry) {

    /**
     * How often a step is tried until it passes and prints what it must.
     *
     * @param attempts 1 to 999
     * @param interval from the end of one to the beginning of the next
     * @param holds how long it must pass again and again before it counts; zero for once
     */
    public record Retry(int attempts, Duration interval, Duration holds) {

        static final Duration USUAL_INTERVAL = Duration.ofSeconds(10);
    }

    /** The same; where nothing is said of a target, {@code usual} is it. */
    Attributes on(String usual) {
        return target.isPresent() ? this : with(interactive, Optional.of(usual));
    }

    /** The same, with a terminal where nothing is said of it. */
    Attributes inTerminal() {
        return interactive.isPresent() ? this : with(Optional.of(true), target);
    }

    private Attributes with(Optional<Boolean> terminal, Optional<String> place) {
        return new Attributes(
                name,
                terminal,
                background,
                cwd,
                interpreter,
                excludeFromRunAll,
                promptEnv,
                ignore,
                place,
                timeout,
                expect,
                approval,
                retry);
    }

    /** Nothing is said. */
    public static final Attributes NONE =
            new Attributes(
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
