/**
 * Each test here is a person's story: the packaged program in a real terminal, from the keys that
 * are pressed to what is on the screen and on the disk. {@link dev.warroom.story.Tmux} is the
 * terminal, {@link dev.warroom.story.Account} the person's own corner of the machine.
 */
package dev.warroom.story;
