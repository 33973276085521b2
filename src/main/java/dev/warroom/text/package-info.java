/** Makes text from outside safe to draw: {@link dev.warroom.text.Sanitiser}. */
package dev.warroom.text;
