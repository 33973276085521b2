/**
 * The whole state of the program and the one pure function that changes it: {@link
 * dev.warroom.room.Room}. No I/O, no clock, no threads.
 */
package dev.warroom.room;
