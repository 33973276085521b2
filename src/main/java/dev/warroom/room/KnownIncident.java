package dev.warroom.room;

import dev.warroom.incident.Severity;

import java.time.Instant;
import java.util.Optional;

/**
 * An incident as the first screen offers it.
 *
 * @param severity empty for a checklist
 */
public record KnownIncident(
        String id, Optional<Severity> severity, String title, Instant beganAt, boolean open) {}
