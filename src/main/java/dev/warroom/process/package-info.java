/** Starts, bounds and ends child processes: {@link dev.warroom.process.Child}. */
package dev.warroom.process;
