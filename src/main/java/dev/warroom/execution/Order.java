package dev.warroom.execution;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to run.
 *
 * @param script as a person sees it
 * @param folder where it runs: absolute, or below {@code ~}; the home folder where it is empty
 * @param fixed whether it runs in {@code folder} even where an earlier run has left another
 * @param environment variables it gets, beside those it is left; they may be secret
 * @param shell what runs it
 * @param carry what it goes on with; empty where it begins afresh
 * @param limit after which it is stopped; empty where it may take as long as it likes
 * @param mostOutput bytes kept of its output, half of them its beginning and half its end
 * @param secrets what of all that nobody may see whom its output is shown to, each one line
 */
public record Order(
        String script,
        String folder,
        boolean fixed,
        Map<String, String> environment,
        Shell shell,
        Optional<Carry> carry,
        Optional<Duration> limit,
        long mostOutput,
        List<String> secrets) {

    /** Bytes of what is not to be shown, each text with the end of its line. */
    static final int MOST_SECRETS = 64 << 10;

    /** Bytes kept of an output where nothing else is said. */
    private static final long USUAL_OUTPUT = 256L << 20;

    /**
     * What runs a script.
     *
     * @param line {@code bash}
     * @param as what stands before it, such as {@code sudo -n}; may be empty
     * @param manner how it is started and stopped
     */
    record Shell(String line, String as, Manner manner) {}

    /** How a script is started and stopped. */
    enum Manner {
        USUAL,

        /** Somebody at a terminal starts it and answers what it asks. */
        TERMINAL,

        /** It does not end by itself: to stop it is what Ctrl-C is at a terminal. */
        STREAM
    }

    /**
     * What an earlier run has left.
     *
     * @param run whose folder and exported variables are gone on with
     * @param resumes whether all else that run had is gone on with too, as the rest of its script
     */
    record Carry(String run, boolean resumes) {}

    public Order {
        environment = Map.copyOf(environment);
        secrets = List.copyOf(secrets);
    }

    /** {@code script}, run by bash in {@code folder}. */
    public static Order of(String script, String folder) {
        return new Order(
                script,
                folder,
                false,
                Map.of(),
                new Shell("bash", "", Manner.USUAL),
                Optional.empty(),
                Optional.empty(),
                USUAL_OUTPUT,
                List.of());
    }

    /** The same, stopped after {@code longest}. */
    public Order within(Duration longest) {
        return new Order(
                script,
                folder,
                fixed,
                environment,
                shell,
                carry,
                Optional.of(longest),
                mostOutput,
                secrets);
    }

    /** The same, of whose output no more than {@code bytes} are kept. */
    Order keeping(long bytes) {
        return new Order(script, folder, fixed, environment, shell, carry, limit, bytes, secrets);
    }

    /** The same, run by another shell. */
    public Order by(String another) {
        return by(new Shell(another, shell.as(), shell.manner()));
    }

    /** The same, with something before the shell, such as {@code sudo -n}. */
    public Order as(String before) {
        return by(new Shell(shell.line(), before, shell.manner()));
    }

    /** The same, for somebody at a terminal. */
    Order inTerminal() {
        return by(new Shell(shell.line(), shell.as().replace("sudo -n", "sudo"), Manner.TERMINAL));
    }

    /** The same, which does not end by itself. */
    public Order streaming() {
        return by(new Shell(shell.line(), shell.as(), Manner.STREAM));
    }

    private Order by(Shell another) {
        return new Order(
                script, folder, fixed, environment, another, carry, limit, mostOutput, secrets);
    }

    /** The same, going on with what {@code run} has left. */
    public Order after(String run) {
        return after(Optional.of(new Carry(run, false)));
    }

    /** The rest of a script that a command of {@code run} has ended. */
    public Order resuming(String run) {
        return after(Optional.of(new Carry(run, true)));
    }

    /** The same; the run it goes on with is called as it is at {@code place}. */
    Order at(Place place) {
        return after(carry.map(it -> new Carry(place.kept(it.run()), it.resumes())));
    }

    private Order after(Optional<Carry> earlier) {
        return new Order(
                script, folder, fixed, environment, shell, earlier, limit, mostOutput, secrets);
    }

    /** The same, in its folder whatever an earlier run has left. */
    public Order fixed(boolean stays) {
        return new Order(
                script, folder, stays, environment, shell, carry, limit, mostOutput, secrets);
    }

    /**
     * The same, which tells whoever follows it later what not to show: as much of {@code what} as
     * {@value #MOST_SECRETS} bytes hold.
     */
    public Order hiding(List<String> what) {
        List<String> fitting = new ArrayList<>();
        int bytes = 0;
        for (String each : what) {
            int more = each.getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes + more <= MOST_SECRETS) {
                fitting.add(each);
                bytes += more;
            }
        }
        return new Order(
                script, folder, fixed, environment, shell, carry, limit, mostOutput, fitting);
    }

    /** The same, with these variables and no others. */
    public Order with(Map<String, String> variables) {
        return new Order(
                script, folder, fixed, variables, shell, carry, limit, mostOutput, secrets);
    }
}
