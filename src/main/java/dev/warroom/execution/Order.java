package dev.warroom.execution;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is to run.
 *
 * @param script as a person sees it
 * @param shell what runs it: {@code bash}
 * @param folder where it runs: absolute, or below {@code ~}; the home folder where it is empty
 * @param fixed whether it runs in {@code folder} even where an earlier run has left another
 * @param environment variables it gets, beside those it is left; they may be secret
 * @param carry the run whose folder and exported variables it goes on with
 * @param resumes whether it goes on with all else that run had, as the rest of its script
 * @param interactive whether somebody at a terminal starts it and answers what it asks
 * @param as what stands before the shell, such as {@code sudo -n}; may be empty
 * @param limit after which it is stopped; empty where it may take as long as it likes
 * @param mostOutput bytes kept of its output, half of them its beginning and half its end
 */
public record Order(
        String script,
        String shell,
        String folder,
        boolean fixed,
        Map<String, String> environment,
        Optional<String> carry,
        boolean resumes,
        boolean interactive,
        String as,
        Optional<Duration> limit,
        long mostOutput) {

    /** Bytes kept of an output where nothing else is said. */
    public static final long USUAL_OUTPUT = 256L << 20;

    public Order {
        environment = Map.copyOf(environment);
        if (mostOutput < 1 << 16) {
            throw new IllegalArgumentException("mostOutput " + mostOutput + " must be >= 65536");
        }
    }

    /** {@code script}, run by bash in {@code folder}. */
    public static Order of(String script, String folder) {
        return new Order(
                script,
                "bash",
                folder,
                false,
                Map.of(),
                Optional.empty(),
                false,
                false,
                "",
                Optional.empty(),
                USUAL_OUTPUT);
    }

    /** The same, stopped after {@code longest}. */
    public Order within(Duration longest) {
        return new Order(
                script,
                shell,
                folder,
                fixed,
                environment,
                carry,
                resumes,
                interactive,
                as,
                Optional.of(longest),
                mostOutput);
    }

    /** The same, keeping no more than {@code bytes} of its output. */
    public Order keeping(long bytes) {
        return new Order(
                script,
                shell,
                folder,
                fixed,
                environment,
                carry,
                resumes,
                interactive,
                as,
                limit,
                bytes);
    }

    /** The same, run by another shell. */
    public Order by(String another) {
        return new Order(
                script,
                another,
                folder,
                fixed,
                environment,
                carry,
                resumes,
                interactive,
                as,
                limit,
                mostOutput);
    }

    /** The same, with something before the shell, such as {@code sudo -n}. */
    public Order as(String before) {
        return new Order(
                script,
                shell,
                folder,
                fixed,
                environment,
                carry,
                resumes,
                interactive,
                before,
                limit,
                mostOutput);
    }

    /** The same, going on with what {@code run} has left. */
    public Order after(String run) {
        return new Order(
                script,
                shell,
                folder,
                fixed,
                environment,
                Optional.of(run),
                false,
                interactive,
                as,
                limit,
                mostOutput);
    }

    /** The same; the run it goes on with is called as it is at {@code place}. */
    Order at(Place place) {
        return new Order(
                script,
                shell,
                folder,
                fixed,
                environment,
                carry.map(place::kept),
                resumes,
                interactive,
                as,
                limit,
                mostOutput);
    }

    /** The rest of a script that a command of {@code run} has ended. */
    public Order resuming(String run) {
        return new Order(
                script,
                shell,
                folder,
                fixed,
                environment,
                Optional.of(run),
                true,
                interactive,
                as,
                limit,
                mostOutput);
    }

    /** The same, in its folder whatever an earlier run has left. */
    public Order fixed(boolean stays) {
        return new Order(
                script,
                shell,
                folder,
                stays,
                environment,
                carry,
                resumes,
                interactive,
                as,
                limit,
                mostOutput);
    }

    /** The same, with these variables and no others. */
    public Order with(Map<String, String> variables) {
        return new Order(
                script,
                shell,
                folder,
                fixed,
                variables,
                carry,
                resumes,
                interactive,
                as,
                limit,
                mostOutput);
    }

    /** The same, for somebody at a terminal. */
    public Order inTerminal() {
        return new Order(
                script,
                shell,
                folder,
                fixed,
                environment,
                carry,
                resumes,
                true,
                as.replace("sudo -n", "sudo"),
                limit,
                mostOutput);
    }
}
