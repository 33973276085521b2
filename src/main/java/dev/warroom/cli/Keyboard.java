package dev.warroom.cli;

import dev.warroom.keys.Bindings;
import dev.warroom.room.Signal;
import dev.warroom.terminal.Input;
import dev.warroom.terminal.KeyDecoder;

import java.io.IOException;

/** Brings keys from the terminal to the inbox. */
final class Keyboard {

    private Keyboard() {}

    /**
     * @param typed told of each key before it is in the inbox
     * @param gone told when no more keys can come
     */
    static void listen(
            KeyDecoder keys, Bindings bindings, Inbox inbox, Runnable typed, Runnable gone) {
        Thread.ofPlatform()
                .daemon()
                .name("keyboard")
                .start(() -> read(keys, bindings, inbox, typed, gone));
    }

    private static void read(
            KeyDecoder keys, Bindings bindings, Inbox inbox, Runnable typed, Runnable gone) {
        try {
            while (true) {
                switch (keys.next()) {
                    case Input.Pressed(var key) -> {
                        typed.run();
                        inbox.put(new Arrival.Pressed(key, bindings));
                    }
                    case Input.Pasted(String text) -> inbox.put(new Signal.Pasted(text));
                    case Input.Gone() -> {
                        gone.run();
                        return;
                    }
                }
            }
        } catch (IOException e) {
            gone.run();
        }
    }
}
