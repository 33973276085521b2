package dev.warroom.cli;

import dev.warroom.health.RemoteShell;
import dev.warroom.incident.Where;
import dev.warroom.policy.Target;
import dev.warroom.policy.Targets;
import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.process.ChildResult;
import dev.warroom.text.Sanitiser;
import dev.warroom.text.ShellWords;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Short looks at other machines: those of probes, and of {@code check}. They are made as the user
 * that ssh logs in; {@code sudo} is for steps.
 */
final class TargetShell implements RemoteShell, AutoCloseable {

    /** What ssh itself ends with when anything goes wrong. */
    private static final int SSH_FAILED = 255;

    private final Path folder;
    private final Targets targets;
    private final SshPlaces places = SshPlaces.ofLooks();

    /**
     * @param folder where scripts run that run on this machine after all
     */
    TargetShell(Path folder, Targets targets) {
        this.folder = folder;
        this.targets = targets;
    }

    @Override
    public ChildResult run(String name, String script, Duration timeout, int mostOutput)
            throws IOException, InterruptedException {
        Target target =
                targets.named(name)
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                "\""
                                                        + name
                                                        + "\" cannot be the name of a host, and"
                                                        + " warroom.yaml has no target of this"
                                                        + " name"));
        ChildResult result =
                Child.run(
                        new ChildCommand(
                                shell(target),
                                folder,
                                Map.of(),
                                Optional.of(
                                        (settings(target) + script + "\n")
                                                .getBytes(StandardCharsets.UTF_8)),
                                timeout,
                                mostOutput));
        if (!target.local() && !result.timedOut() && result.exit().orElse(0) == SSH_FAILED) {
            String why = result.errors().lines().reduce("", (first, last) -> last);
            throw new IOException("there is no way to " + name + ": " + Sanitiser.line(why));
        }
        return result;
    }

    private List<String> shell(Target target) throws IOException {
        if (target.local()) {
            return List.of("sh");
        }
        return places.shell(new Where(target.host(), target.user().orElse(""), target.as()));
    }

    /**
     * The command line of a shell there, for longer; it ends with this.
     *
     * @throws IOException where no folder for the connections' sockets can be made
     */
    List<String> at(Where where) throws IOException {
        return places.shell(where);
    }

    private static String settings(Target target) {
        String folder =
                target.folder()
                        .map(
                                it ->
                                        it.startsWith("~")
                                                ? "\"$HOME\"" + ShellWords.quoted(it.substring(1))
                                                : ShellWords.quoted(it))
                        .map(it -> "cd " + it + " || exit\n")
                        .orElse("");
        return ShellWords.exports(target.environment()) + folder;
    }

    /** Ends the connections. */
    @Override
    public void close() {
        places.close();
    }
}
