package dev.warroom.room;

import dev.warroom.incident.Incident;

/**
 * A message on its way out.
 *
 * @param name of its template: {@code status-update}
 * @param text as it is sent
 * @param incident as it was then
 */
public record Outgoing(String name, String text, Incident incident) {}
