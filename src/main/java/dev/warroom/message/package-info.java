/**
 * Messages on their way out of the room: {@link dev.warroom.message.Clipboard} and {@link
 * dev.warroom.message.Hooks}.
 */
package dev.warroom.message;
