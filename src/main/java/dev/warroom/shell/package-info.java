/**
 * Shell text cut into the commands that it starts, those in substitutions and behind {@code sudo}
 * or {@code ssh} among them: {@link dev.warroom.shell.ShellCommands}. It reads as bash does where
 * that can be known without running anything.
 */
package dev.warroom.shell;
