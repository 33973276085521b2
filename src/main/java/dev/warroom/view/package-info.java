/**
 * Draws a room: {@link dev.warroom.view.RoomPainter} turns it into a {@link
 * dev.warroom.view.Frame}. Pure.
 */
package dev.warroom.view;
