package dev.warroom.room;

import dev.warroom.runbook.Runbook;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that is to be done now because the clock says so.
 *
 * @param title of the checklist, or what is to be told
 * @param since when it became due
 * @param runbook to walk, where there is one
 * @param begun the walk of it that was begun and is not over; empty where none was
 */
public record Duty(
        Kind kind, String title, Instant since, Optional<Runbook> runbook, Optional<String> begun) {

    /** What is to be done. */
    public enum Kind {
        /** A checklist is to be walked. */
        CHECKLIST,
        /** People are to be told of a maintenance window. */
        NOTICE
    }

    /** Whether nobody has begun with it. */
    public boolean waits() {
        return begun.isEmpty();
    }
}
