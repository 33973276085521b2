package dev.warroom.cli;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Which workspace is used. */
final class WorkspaceOption {

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "The folder with warroom.yaml and runbooks/ (default: the current one).")
    private Path workspace = Path.of("");

    Path folder() {
        return workspace.toAbsolutePath().normalize();
    }
}
