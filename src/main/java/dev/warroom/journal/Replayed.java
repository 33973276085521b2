package dev.warroom.journal;

import dev.warroom.incident.Incident;

import java.util.Optional;

/**
 * An incident as its journal has it.
 *
 * @param incident of all good facts, or of those before the damage
 * @param damage empty where all is well
 */
public record Replayed(Incident incident, Optional<Damage> damage) {}
