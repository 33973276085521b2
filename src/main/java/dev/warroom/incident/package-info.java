/**
 * The facts of an incident and what follows from them: {@link dev.warroom.incident.Incident}. Pure:
 * no I/O, no clock, no threads.
 */
package dev.warroom.incident;
