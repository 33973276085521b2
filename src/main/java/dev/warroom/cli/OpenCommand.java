package dev.warroom.cli;

import dev.warroom.terminal.NoTerminalException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** Opens the war room on a workspace. */
@Command(
        name = "open",
        description = {
            "Open the war room on a workspace.",
            "Goes on with the open incident where there is exactly one; otherwise offers what can"
                    + " be opened."
        },
        mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {

    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;

    @Option(
            names = "--incident",
            paramLabel = "ID",
            description = "The incident to go on with, such as INC-7.")
    private String incident;

    @Override
    public Integer call() throws NoTerminalException {
        Session session = new Session(workspace.folder(), state.folder());
        session.run(incident == null ? new Session.Usual() : new Session.Existing(incident));
        return 0;
    }
}
