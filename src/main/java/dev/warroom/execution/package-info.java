/**
 * Runs steps so that they outlive the room that started them: {@link
 * dev.warroom.execution.LocalRuns}.
 */
package dev.warroom.execution;
