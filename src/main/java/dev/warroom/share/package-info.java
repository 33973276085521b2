/**
 * One room over many machines: brings what is recorded here to the room's stream, and what others
 * recorded from it. {@link dev.warroom.share.Sharing} does it for one incident.
 */
package dev.warroom.share;
