/**
 * Runs steps so that they outlive the room that started them: {@link dev.warroom.execution.Runs}.
 */
package dev.warroom.execution;
