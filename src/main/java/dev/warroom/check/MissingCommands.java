package dev.warroom.check;

import dev.warroom.check.Material.Placed;
import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;
import dev.warroom.process.ChildResult;
import dev.warroom.shell.Command;
import dev.warroom.shell.ShellCommands;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rule: every command is there on the target, as its {@code command -v} says. What a script starts
 * elsewhere, through {@code ssh} or in a container, is not looked for, and neither is a path.
 */
public final class MissingCommands {

    static final String NAME = "missing-command";

    /** The way to a target. */
    @FunctionalInterface
    public interface Asked {
        ChildResult run(String target, String script, Duration timeout, int mostOutput)
                throws IOException, InterruptedException;
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_OUTPUT = 1 << 20;

    /** Each command's name, and the place where it stands first. */
    private final Map<String, Location> places = new LinkedHashMap<>();

    private final Set<String> functions = new HashSet<>();

    /**
     * Asks for the commands of all files that were taken.
     *
     * @param target how problems name it
     * @param asked gives a script to a shell there
     * @throws IOException when the target cannot be asked; the message says why
     */
    public List<Finding> on(String target, Asked asked) throws IOException, InterruptedException {
        Set<String> names = new LinkedHashSet<>(places.keySet());
        names.removeAll(functions);
        if (names.isEmpty()) {
            return List.of();
        }
        String question =
                "for c in "
                        + String.join(" ", names)
                        + "; do command -v \"$c\" >/dev/null 2>&1 || printf '%s\\n' \"$c\"; done\n"
                        + "echo .\n";
        ChildResult answer = asked.run(target, question, PATIENCE, MOST_OUTPUT);
        List<String> lines = answer.output().lines().toList();
        if (lines.isEmpty() || !lines.getLast().equals(".")) {
            String why = answer.timedOut() ? "it did not answer in a minute" : answer.errors();
            throw new IOException("cannot ask " + target + " for its commands: " + why.strip());
        }
        return lines.stream()
                .filter(names::contains)
                .map(it -> new Finding(NAME, problem(it, target, places.get(it))))
                .toList();
    }

    /** Takes the commands of one more file. */
    public void take(Material material) {
        for (Placed placed : material.scripts().toList()) {
            if (placed.step().attributes().interpreter().isPresent()) {
                continue;
            }
            ShellCommands commands = ShellCommands.in(Material.filled(placed.step()));
            functions.addAll(commands.functions());
            for (Command it : commands.all()) {
                String name = it.words().getFirst().text();
                if (!it.elsewhere() && name.matches("[A-Za-z_][A-Za-z0-9_.+-]*")) {
                    places.computeIfAbsent(name, _ -> material.at(placed, it.line()));
                }
            }
        }
    }

    private static Problem problem(String name, String target, Location place) {
        return Problem.warning(
                place,
                "the command " + name + " is not there on " + target,
                "Install it there, mend its name, or give the step the target that has it.");
    }
}
