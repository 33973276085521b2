package dev.warroom.cli;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Which workspace is used. */
final class WorkspaceOption {

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description =
                    "The folder with warroom.yaml and runbooks/ (default: the incident's own, or"
                            + " the current one).")
    private Path workspace;

    /** What the command-line library fills in. */
    WorkspaceOption() {
        this(null);
    }

    /**
     * @param given null where nothing was
     */
    WorkspaceOption(String given) {
        if (given != null) {
            workspace = Path.of(given);
        }
    }

    Path folder() {
        return folderOr(Path.of(""));
    }

    /**
     * The folder that was asked for, or {@code other} where none was.
     *
     * @throws Failure if the option is empty
     */
    Path folderOr(Path other) {
        return workspace == null
                ? other.toAbsolutePath().normalize()
                : Failure.folder("--workspace", workspace);
    }
}
