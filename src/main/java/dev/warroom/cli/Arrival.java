package dev.warroom.cli;

import dev.warroom.keys.Bindings;
import dev.warroom.room.Key;
import dev.warroom.room.Room;
import dev.warroom.room.Signal;

/** Something on its way into the room. */
sealed interface Arrival {

    /** What it is in {@code room}. */
    Signal in(Room room);

    /** Means the same whatever the room is like. */
    record Fixed(Signal signal) implements Arrival {

        @Override
        public Signal in(Room room) {
            return signal;
        }
    }

    /** Means what the bindings say, or is text where something is being asked. */
    record Pressed(Key key, Bindings bindings) implements Arrival {

        @Override
        public Signal in(Room room) {
            return bindings.meaning(room, key);
        }
    }
}
