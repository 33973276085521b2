/**
 * What is dangerous in a script, and why: {@link dev.warroom.danger.Dangers}. One rule a class.
 * Shared by the preview before a step runs and by {@code warroom check}.
 */
package dev.warroom.danger;
