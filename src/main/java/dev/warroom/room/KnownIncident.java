package dev.warroom.room;

import dev.warroom.incident.Severity;

import java.time.Instant;
import java.util.Optional;

/**
 * An incident as the first screen offers it.
 *
 * @param severity empty for a checklist
 * @param workspace the folder it is run from
 */
public record KnownIncident(
        String id,
        Optional<Severity> severity,
        String title,
        String workspace,
        Instant beganAt,
        boolean open) {}
