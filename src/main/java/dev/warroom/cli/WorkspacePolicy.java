package dev.warroom.cli;

import dev.warroom.policy.Policy;
import dev.warroom.workspace.WorkspaceReader;

import java.nio.file.Files;
import java.nio.file.Path;

/** The rules that hold for a command which does not need a workspace. */
final class WorkspacePolicy {

    private WorkspacePolicy() {}

    /**
     * What {@code warroom.yaml} in {@code folder} says, or else what is usual; it knows the secrets
     * of this program's environment.
     */
    static Policy of(Path folder) {
        Policy policy =
                Files.exists(folder.resolve(WorkspaceReader.FILE))
                        ? WorkspaceReader.read(folder).policy()
                        : Policy.usual();
        return policy.knowing(System.getenv());
    }
}
