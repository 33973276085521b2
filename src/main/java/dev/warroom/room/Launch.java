package dev.warroom.room;

import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Where;
import dev.warroom.policy.Target;
import dev.warroom.runbook.Settings;
import dev.warroom.runbook.Step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What runs where, and how.
 *
 * @param folder where it runs: absolute, or below {@code ~}; on this machine relative to the
 *     workspace; the usual one where it is empty
 * @param fixed whether it runs in {@code folder} wherever the run before it was
 * @param shell what runs it
 * @param carried what it goes on with
 * @param manner how it is started and stopped
 * @param limit after which it is ended; empty where it may take as long as it likes
 */
public record Launch(
        String script,
        Target target,
        String folder,
        boolean fixed,
        String shell,
        Carried carried,
        Manner manner,
        Optional<Duration> limit) {

    /** How a script is started and stopped. */
    public enum Manner {
        USUAL,

        /** It gets a terminal. */
        INTERACTIVE,

        /** It does not end by itself: to stop it is what Ctrl-C is at a terminal. */
        STREAM
    }

    private static final String USUAL_SHELL = "bash";

    /** Goes on with nothing, and may take as long as it likes. */
    public Launch(String script, Target target, String folder, String shell) {
        this(script, target, folder, false, shell, Carried.NOTHING, Manner.USUAL, Optional.empty());
    }

    /** {@code script} as the step, its runbook and the target want it. */
    public static Launch of(String script, Target target, Step step, Optional<Settings> runbook) {
        String own =
                below(
                        runbook.flatMap(Settings::cwd).orElse(""),
                        step.attributes().cwd().orElse(""));
        return new Launch(
                script,
                target,
                folder(own, target),
                !own.isEmpty(),
                step.attributes()
                        .interpreter()
                        .or(() -> runbook.flatMap(Settings::shell))
                        .or(target::shell)
                        .orElse(USUAL_SHELL),
                Carried.NOTHING,
                manner(step),
                step.attributes().timeout());
    }

    private static Manner manner(Step step) {
        boolean asks = step.attributes().interactive().orElse(false);
        return asks
                ? Manner.INTERACTIVE
                : step.kind() == Step.Kind.STREAM ? Manner.STREAM : Manner.USUAL;
    }

    /** Whether it gets a terminal. */
    public boolean interactive() {
        return manner == Manner.INTERACTIVE;
    }

    /** The same, going on with {@code what}. */
    public Launch with(Carried what) {
        return new Launch(script, target, folder, fixed, shell, what, manner, limit);
    }

    /** The same, ended after {@code longest} where it does not say itself how long it may take. */
    public Launch within(Optional<Duration> longest) {
        return new Launch(
                script, target, folder, fixed, shell, carried, manner, limit.or(() -> longest));
    }

    /** The same, in a terminal of its own. */
    Launch inTerminal() {
        return new Launch(script, target, folder, fixed, shell, carried, Manner.INTERACTIVE, limit);
    }

    /** The rest of it, begun in the midst of its script. */
    Launch resuming(String rest, String before) {
        return new Launch(
                rest, target, folder, fixed, shell, carried.resuming(before), manner, limit);
    }

    private static String folder(String own, Target target) {
        return own.isEmpty()
                ? target.folder().orElse("")
                : below(target.folder().orElse(target.local() ? "" : "~"), own);
    }

    /** {@code folder} as seen from {@code base}; either may be empty. */
    private static String below(String base, String folder) {
        boolean whole = folder.startsWith("/") || folder.equals("~") || folder.startsWith("~/");
        if (base.isEmpty() || whole) {
            return folder;
        }
        return folder.isEmpty() ? base : base + "/" + folder;
    }

    /** Its lines as they may be seen; those that a rest does not have are left out. */
    public List<String> shown(UnaryOperator<String> masked) {
        return masked.apply(script)
                .lines()
                .dropWhile(it -> carried.resumes() && it.isBlank())
                .toList();
    }

    /** Whether it begins in {@link #folder}, and not where the run before it ended. */
    public boolean begins() {
        return fixed || carried.run().isEmpty();
    }

    /**
     * What else there is to know before it runs, a line each.
     *
     * @param alone whether it is on one host; only there it can have a terminal
     */
    List<String> conditions(boolean alone) {
        List<String> lines = new ArrayList<>();
        if (carried.resumes()) {
            long before = script.lines().takeWhile(String::isBlank).count();
            lines.add(
                    "It goes on in line "
                            + (before + 1)
                            + ", with all that the run before it had set.");
        } else if (carried.run().isPresent()) {
            lines.add(
                    (fixed ? "Exported" : "Folder and exported")
                            + " variables carry on from the step before (:env).");
        }
        if (interactive() && alone) {
            lines.add("It gets a terminal: in tmux a split of this window, elsewhere this one.");
        }
        carried.variables().forEach((name, value) -> lines.add(name + "=" + value));
        limit.ifPresent(it -> lines.add("It is ended after " + words(it) + "."));
        return lines;
    }

    /** As somebody has written it, and not as if it were measured. */
    private static String words(Duration limit) {
        boolean whole = limit.toSeconds() < 10 && limit.getNano() == 0;
        return whole ? limit.toSeconds() + " s" : DurationWords.of(limit);
    }

    /** The way there, as the journal keeps it. */
    public Where where() {
        return new Where(target.host(), target.user().orElse(""), target.as());
    }

    /** The target's, and what was set by hand. */
    public Map<String, String> environment() {
        Map<String, String> all = new LinkedHashMap<>(target.environment());
        all.putAll(carried.variables());
        return all;
    }
}
