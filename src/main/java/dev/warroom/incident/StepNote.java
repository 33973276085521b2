package dev.warroom.incident;

import java.time.Instant;

/** What somebody had to say of a step. */
public record StepNote(Instant at, String who, String text) {}
