/** Finds the patterns that messages are made from: {@link dev.warroom.logs.pattern.PatternTree}. */
package dev.warroom.logs.pattern;
