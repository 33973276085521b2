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
     * @param gone told when no more keys can come
     */
    static void listen(KeyDecoder keys, Bindings bindings, Inbox inbox, Runnable gone) {
        Thread.ofPlatform()
                .daemon()
                .name("keyboard")
                .start(() -> read(keys, bindings, inbox, gone));
    }

    private static void read(KeyDecoder keys, Bindings bindings, Inbox inbox, Runnable gone) {
        try {
            while (true) {
                switch (keys.next()) {
                    case Input.Pressed(var key) -> inbox.put(new Arrival.Pressed(key, bindings));
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
