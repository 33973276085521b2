package dev.warroom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** This machine's name, without asking the network for it. */
final class Host {

    private Host() {}

    static String name() {
        try {
            String name = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
            if (!name.isEmpty()) {
                return name;
            }
        } catch (IOException e) {
            // Not Linux: the shell may know.
            return System.getenv().getOrDefault("HOSTNAME", "localhost");
        }
        return System.getenv().getOrDefault("HOSTNAME", "localhost");
    }
}
