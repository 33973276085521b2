package dev.warroom.terminal;

import dev.warroom.room.Key;

/** What comes from the keyboard. */
public sealed interface Input {

    record Pressed(Key key) implements Input {}

    /** Text that was pasted, at most {@link KeyDecoder#MOST_PASTED} characters of it. */
    record Pasted(String text) implements Input {}

    /** The terminal is gone; nothing more comes. */
    record Gone() implements Input {}
}
