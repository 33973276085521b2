/** The commands. */
package dev.warroom.cli;
