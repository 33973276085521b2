package dev.warroom.cli;

import dev.warroom.room.Mode;

import picocli.CommandLine.Option;

/** {@code --read-only} or {@code --dry-run}; at most one of them. */
final class ModeOption {

    @Option(
            names = "--read-only",
            description = "Run and stop nothing; what is noted is written down.")
    private boolean readOnly;

    @Option(
            names = "--dry-run",
            description = "Show each step as if it ran, with its values; it is noted as ready.")
    private boolean dryRun;

    Mode mode() {
        return readOnly ? Mode.READ_ONLY : dryRun ? Mode.DRY_RUN : Mode.ACTS;
    }
}
