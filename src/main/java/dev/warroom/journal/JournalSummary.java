package dev.warroom.journal;

import dev.warroom.incident.Severity;

import java.time.Instant;
import java.util.Optional;

/**
 * A journal in one line of a list.
 *
 * @param severity empty for a checklist
 * @param title empty where nothing good could be read
 * @param workspace the folder it is run from; empty where nothing good could be read
 * @param begun empty where it never began
 * @param ended empty while it is open
 * @param trouble why it cannot be written on; empty where all is well
 */
public record JournalSummary(
        String id,
        Optional<Severity> severity,
        String title,
        String workspace,
        Optional<Instant> begun,
        Optional<Instant> ended,
        Optional<String> trouble) {

    /** Whether it began and has not ended. */
    public boolean open() {
        return begun.isPresent() && ended.isEmpty();
    }
}
