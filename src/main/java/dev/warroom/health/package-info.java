/** Runs the probes. */
package dev.warroom.health;
