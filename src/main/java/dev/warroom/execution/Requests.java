package dev.warroom.execution;

import static dev.warroom.text.ShellWords.quoted;

import dev.warroom.text.ShellWords;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/** The requests to a shell at a target, as that shell reads them: {@code post.sh} answers them. */
final class Requests {

    private static final String POST = resource("post.sh");
    private static final String SUPERVISE = resource("supervise.sh");
    private static final String BASH = resource("bash.sh");
    private static final String FAILED = resource("failed.sh");
    private static final String WAITS = resource("waits.sh");
    private static final String POSIX = resource("posix.sh");

    /** Tells what runs steps from that of any other version. */
    private static final String VERSION = version(SUPERVISE + BASH + FAILED + WAITS + POSIX);

    /** The folder at a target, beside those of runs, of the programs that run them. */
    static final String PROGRAMS = ".programs-" + VERSION;

    /** How to follow a run that was begun before. */
    static final String AGAIN = "again";

    /** How to follow a run that somebody else is about to begin. */
    static final String JOINING = "join";

    /**
     * How the names of all variables begin that are set at a target: nobody's own variables are
     * changed on the way to a step.
     */
    static final String OURS = "wr_";

    private static final Set<String> POSIX_SHELLS = Set.of("sh", "dash", "ash", "ksh", "zsh");

    private Requests() {}

    /**
     * The first request: what all others need.
     *
     * @param nonce stands in the answer, so that what a login shell prints is not taken for it
     * @param root where runs are kept; the usual place where it is empty
     */
    static String post(String nonce, String root) {
        return POST
                + program("supervise", SUPERVISE)
                + program("bash", BASH)
                + program("failed", FAILED)
                + program("waits", WAITS)
                + program("posix", POSIX)
                + call("post", nonce, root, VERSION);
    }

    private static String program(String name, String text) {
        return OURS + name + "=" + quoted(text) + "\n";
    }

    private static String version(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    /** Starts a run where none of that name was ever started, and follows it. */
    static String begin(String run, Order order, Duration grace) {
        return whole(begin(run, order, grace, "") + " && " + words("follow", run, "0", "fresh"));
    }

    /** Makes all ready for a run that somebody at a terminal starts. */
    static String prepare(String run, Order order, Duration grace) {
        return whole(begin(run, order, grace, "prepared") + " && say k");
    }

    private static String begin(String run, Order order, Duration grace, String prepared) {
        return words(
                "begin",
                run,
                program(order.shell().line()),
                settings(run, order, grace),
                order.script(),
                ShellWords.exports(order.environment()),
                prepared,
                String.join("\n", order.secrets()));
    }

    /**
     * Follows a run from a byte of its output on, or says how it ended.
     *
     * @param manner {@link #AGAIN} or {@link #JOINING}
     */
    static String follow(String run, long offset, String manner) {
        return call("follow", run, Long.toString(offset), manner);
    }

    /** What is there of an output. */
    static String tell(String run) {
        return call("tell", run);
    }

    /** What was exported before a run, and what it has left to later ones. */
    static String left(String run) {
        return call("left", run);
    }

    /**
     * @param as what stands before {@code kill}: {@code sudo -n}, or nothing
     */
    static String stop(String run, Duration grace, String as) {
        return call("stop", run, Long.toString(grace.toSeconds()), as);
    }

    /** What goes on of what these runs have started. */
    static String outlived(List<String> runs) {
        return call("outlived", runs.toArray(String[]::new));
    }

    /** What is kept at the target. */
    static String list() {
        return call("list");
    }

    static String remove(String run) {
        return call("remove", run);
    }

    /** Whether anybody is there. */
    static String ping() {
        return call("say", "k");
    }

    private static String call(String function, String... arguments) {
        return whole(words(function, arguments));
    }

    /** What is cut short anywhere before its end is nothing that a shell would carry out. */
    private static String whole(String command) {
        return "{ " + command + "; }\n";
    }

    private static String words(String function, String... arguments) {
        StringBuilder words = new StringBuilder(function);
        for (String argument : arguments) {
            words.append(' ').append(quoted(argument));
        }
        return words.toString();
    }

    private static String settings(String run, Order order, Duration grace) {
        StringBuilder lines = new StringBuilder();
        setting(lines, "id", run);
        setting(lines, "shell", order.shell().line());
        setting(lines, "folder", order.folder());
        setting(lines, "fixed", order.fixed() ? order.folder() : "");
        setting(lines, "carry", order.carry().map(Order.Carry::run).orElse(""));
        setting(lines, "interactive", order.shell().manner() == Order.Manner.TERMINAL ? "yes" : "");
        setting(lines, "stream", order.shell().manner() == Order.Manner.STREAM ? "yes" : "");
        setting(
                lines,
                "resumes",
                order.carry().filter(Order.Carry::resumes).isPresent() ? "yes" : "");
        setting(lines, "driver", driver(order.shell().line()));
        setting(lines, "as", order.shell().as());
        setting(lines, "most", Long.toString(order.mostOutput()));
        setting(lines, "limit", Long.toString(order.limit().map(Requests::seconds).orElse(0L)));
        setting(lines, "grace", Long.toString(grace.toSeconds()));
        return lines.toString();
    }

    private static void setting(StringBuilder lines, String name, String value) {
        lines.append(OURS).append(name).append('=').append(quoted(value)).append('\n');
    }

    private static long seconds(Duration limit) {
        return Math.max(1, limit.plusMillis(999).toSeconds());
    }

    private static String program(String shell) {
        return shell.strip().split("\\s+")[0];
    }

    /** What makes the shell stop at the first failure; empty for what is no such shell. */
    private static String driver(String shell) {
        String program = program(shell);
        String name = program.substring(program.lastIndexOf('/') + 1);
        if (name.equals("bash")) {
            return "bash";
        }
        return POSIX_SHELLS.contains(name) ? "posix" : "";
    }

    /** The text of a file that is part of the program. */
    private static String resource(String name) {
        try (InputStream in = Requests.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " is not in the program", e);
        }
    }
}
