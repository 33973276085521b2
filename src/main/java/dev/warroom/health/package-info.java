/** Looks at the health checks at their intervals: {@link dev.warroom.health.Probes}. */
package dev.warroom.health;
