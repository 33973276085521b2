/**
 * Reads logs from their beginning to their end, event by event: {@link
 * dev.warroom.logs.event.EventReader}, several of them in the order of time: {@link
 * dev.warroom.logs.event.Merge}.
 */
package dev.warroom.logs.event;
