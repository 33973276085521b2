/**
 * The tty: JLine owns it, Lanterna draws on it, and it is always restored: {@link
 * dev.warroom.terminal.Tty}.
 */
package dev.warroom.terminal;
