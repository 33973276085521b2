package dev.warroom.share;

import dev.warroom.identity.SigningKey;
import dev.warroom.policy.SharedRoom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ana, ben and eve, each with a key of their own in a file. */
final class People {

    private final Map<String, SigningKey> keys = new HashMap<>();

    People(Path folder) throws IOException {
        for (String name : List.of("ana", "ben", "eve")) {
            String seed = SigningKey.newSeed();
            Files.writeString(folder.resolve(name + ".nk"), seed);
            keys.put(name, SigningKey.ofSeed(seed).orElseThrow());
        }
    }

    SigningKey key(String name) {
        return keys.get(name);
    }

    /** The room of {@code server} as the workspace of one of them says, with its members. */
    SharedRoom room(NatsServer server, String who, String... members) {
        Map<String, String> names = new HashMap<>();
        for (String each : members) {
            names.put(each, keys.get(each).open().toString());
        }
        return new SharedRoom(
                List.of(server.address()),
                "ops",
                Optional.of(who + ".nk"),
                Optional.empty(),
                names);
    }
}
