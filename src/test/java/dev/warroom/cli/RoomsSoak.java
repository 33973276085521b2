package dev.warroom.cli;

import dev.warroom.share.NatsServer;
import dev.warroom.share.RoomStream;

import org.apache.commons.io.FileUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Random histories of rooms that share an incident, as many as one likes. */
final class RoomsSoak {

    private static final int THINGS = 40;

    private RoomsSoak() {}

    /** One after the other, each with a seed that is printed first. */
    static void histories(Path folder, int many, long first) throws Exception {
        Random seeds = new Random(first);
        for (int i = 0; i < many; i++) {
            long seed = i == 0 ? first : seeds.nextLong();
            System.out.println("history " + (i + 1) + " of " + many + ", seed " + seed);
            Path place = folder.resolve("" + i);
            try (NatsServer server = NatsServer.start(place.resolve("server"))) {
                RoomStream.make(server.room(), place, 1);
                try (RoomHistory history = new RoomHistory(seed, place, server)) {
                    history.run(THINGS);
                }
            }
        }
    }

    /** Many, for the long run: HOW-MANY [SEED]. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("rooms");
        long seed =
                args.length > 1 && !args[1].isEmpty()
                        ? Long.parseLong(args[1])
                        : new Random().nextLong();
        histories(folder, Integer.parseInt(args[0]), seed);
        FileUtils.deleteDirectory(folder.toFile());
        System.out.println("Nothing was lost, and no step started twice.");
    }
}
