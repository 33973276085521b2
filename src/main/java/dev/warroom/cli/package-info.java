/** The commands, and the loop that ties the room to the world: {@link dev.warroom.cli.Main}. */
package dev.warroom.cli;
