package dev.warroom.health;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What probes look with.
 *
 * @param workspace where commands run, and what paths are relative to
 * @param clock says when an answer came
 * @param targets the way to other machines
 * @param logs what the logs have brought
 */
public record Surroundings(
        Path workspace, InstantSource clock, RemoteShell targets, LogCounts logs) {

    /** This machine only, without logs. */
    public static Surroundings here(Path workspace, InstantSource clock) {
        return new Surroundings(workspace, clock, RemoteShell.NONE, new LogCounts());
    }
}
