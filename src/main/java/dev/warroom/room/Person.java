package dev.warroom.room;

/**
 * Who sits at the keyboard, and where the room runs.
 *
 * @param name of the account
 * @param host of the machine
 */
public record Person(String name, String host) {}
