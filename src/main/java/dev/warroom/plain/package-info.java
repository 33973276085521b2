/**
 * The room as lines of text, for terminals that cannot show a screen, for screen readers and for
 * narrow connections: {@link dev.warroom.plain.Told} says what has changed, {@link
 * dev.warroom.plain.TypedLine} what a person means by a line.
 */
package dev.warroom.plain;
