package dev.warroom.room;

import java.util.List;

/** The room after a signal, and what it asks of the outside. */
public record Next(Room room, List<Effect> effects) {

    public Next {
        effects = List.copyOf(effects);
    }

    static Next of(Room room, Effect... effects) {
        return new Next(room, List.of(effects));
    }

    /** The same with {@code more} asked for as well. */
    Next and(List<Effect> more) {
        return new Next(
                room, java.util.stream.Stream.concat(effects.stream(), more.stream()).toList());
    }
}
