package dev.warroom.cli;

import dev.warroom.incident.Incident;
import dev.warroom.journal.Damage;
import dev.warroom.journal.JournalReader;
import dev.warroom.journal.Replayed;
import dev.warroom.policy.Policy;
import dev.warroom.runbook.Library;
import dev.warroom.workspace.WorkspaceReader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An incident as its journal has it, and the workspace it is looked at from: the one that is asked
 * for, or else its own, or where that is gone the current folder.
 *
 * @param workspace the folder
 * @param policy the usual one where the folder has no {@code warroom.yaml}
 * @param library empty there
 * @param damage where reading stopped
 */
record Recorded(
        Incident incident,
        Path workspace,
        Policy policy,
        Library library,
        Optional<Damage> damage) {

    /**
     * @throws Failure if there is no such incident
     */
    static Recorded read(Path state, WorkspaceOption asked, String id) {
        Replayed replayed = JournalReader.replay(id, LogCommand.existing(state, id));
        Path own = Path.of(replayed.incident().workspace());
        Path workspace = asked.folderOr(Files.isDirectory(own) ? own : Path.of(""));
        boolean configured = Files.exists(workspace.resolve(WorkspaceReader.FILE));
        return new Recorded(
                replayed.incident(),
                workspace,
                configured ? WorkspaceReader.read(workspace).policy() : Policy.usual(),
                configured ? Runbooks.ofWorkspace(workspace) : Library.EMPTY,
                replayed.damage());
    }
}
