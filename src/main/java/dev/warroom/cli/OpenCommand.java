package dev.warroom.cli;

import dev.warroom.room.Mode;
import dev.warroom.terminal.NoTerminalException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
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

    @Option(names = "--observe", description = "Only look: write, run and stop nothing.")
    private boolean observe;

    @Mixin private ModeOption modes = new ModeOption();

    /** What the command-line library fills in. */
    OpenCommand() {
        this(new WorkspaceOption(null), new StateOption(null), null);
    }

    OpenCommand(WorkspaceOption workspace, StateOption state, String incident) {
        this.workspace = workspace;
        this.state = state;
        this.incident = incident;
    }

    @Override
    public Integer call() throws NoTerminalException {
        if (incident == null) {
            new Session(workspace.folder(), state.folder(), mode()).run(new Beginning.Usual());
        } else {
            new Session(workspace.folderOr(recorded()), state.folder(), mode())
                    .run(new Beginning.Existing(incident));
        }
        return 0;
    }

    private Mode mode() {
        return observe ? Mode.OBSERVES : modes.mode();
    }

    /** The folder that the incident was run from so far, or the current one where that is gone. */
    private Path recorded() {
        return Outside.known(state.folder()).stream()
                .filter(it -> it.id().equals(incident))
                .map(it -> Path.of(it.workspace()))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of(""));
    }
}
