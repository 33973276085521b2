/** The tty. */
package dev.warroom.terminal;
