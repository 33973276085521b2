/** Runs steps. */
package dev.warroom.execution;
