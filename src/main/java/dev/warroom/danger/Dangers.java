package dev.warroom.danger;

import dev.warroom.shell.Command;
import dev.warroom.shell.ShellCommands;

import java.util.List;
import java.util.Optional;

/** Finds what is dangerous in a script. */
public final class Dangers {

    /** The first that finds something in a command speaks; the general ones come last. */
    private static final List<Rule> RULES =
            List.of(
                    new DeletingFiles(),
                    new EmptyingStores(),
                    new DroppingData(),
                    new OverwritingDisks(),
                    new Killing(),
                    new RewritingHistory(),
                    new DiscardingWork(),
                    new DeletingFromCluster(),
                    new RemovingContainers(),
                    new DestroyingInfrastructure(),
                    new DeletingOnServers(),
                    new StoppingMachines(),
                    new OpeningAccess(),
                    new Forcing());

    private Dangers() {}

    /**
     * What is dangerous in {@code script}, in the order it is written; quoted commands and those
     * behind {@code sudo}, {@code ssh}, {@code xargs} and the like too. One danger a command.
     */
    public static List<Danger> in(String script) {
        return ShellCommands.in(script).all().stream()
                .filter(it -> !it.wraps())
                .flatMap(it -> in(it).stream())
                .distinct()
                .toList();
    }

    private static Optional<Danger> in(Command command) {
        if (command.isDryRun()) {
            return Optional.empty();
        }
        return RULES.stream().flatMap(it -> it.in(command).stream()).findFirst();
    }
}
