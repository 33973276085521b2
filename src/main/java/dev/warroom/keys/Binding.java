package dev.warroom.keys;

import dev.warroom.room.Action;
import dev.warroom.room.Key;

import java.util.List;

/**
 * What some keys do.
 *
 * @param keys any of which does it; the first is the one that is shown where there is little room
 * @param words what it does, for help
 * @param brief what it does, in one or two words for the key line; empty where it is not shown
 *     there
 */
public record Binding(List<Key> keys, Action action, String words, String brief) {

    public Binding {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("keys of " + action + " must not be empty");
        }
    }

    /** All its keys as help names them. */
    public String labels() {
        return String.join(" ", keys.stream().map(Key::label).toList());
    }
}
