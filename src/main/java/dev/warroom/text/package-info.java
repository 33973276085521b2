/**
 * Makes text from outside safe to draw: {@link dev.warroom.text.Sanitiser} for a line, {@link
 * dev.warroom.text.LineAssembler} for bytes that are still arriving.
 */
package dev.warroom.text;
