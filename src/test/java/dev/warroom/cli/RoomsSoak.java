package dev.warroom.cli;

import dev.warroom.share.NatsServer;
import dev.warroom.share.RoomStream;

import org.apache.commons.io.FileUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Random histories of rooms that share an incident, as many as one likes. Most of a history is
 * waiting, so some pass side by side, each with a server of its own, which the next one has too.
 */
final class RoomsSoak {

    private static final int THINGS = 40;
    private static final int SIDE_BY_SIDE = 4;

    private final Path folder;
    private final List<Long> seeds = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean failed;

    private RoomsSoak(Path folder, int many, long first) {
        this.folder = folder;
        Random others = new Random(first);
        seeds.add(first);
        while (seeds.size() < many) {
            seeds.add(others.nextLong());
        }
    }

    /** Each with a seed that is printed first; ends at the first that does not end well. */
    static void histories(Path folder, int many, long first) throws Exception {
        RoomsSoak soak = new RoomsSoak(folder, many, first);
        List<Future<?>> lanes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Math.min(many, SIDE_BY_SIDE); i++) {
                Path place = Files.createDirectories(folder.resolve("lane-" + i));
                lanes.add(threads.submit(() -> soak.oneAfterTheOther(place)));
            }
        }
        for (Future<?> each : lanes) {
            each.get();
        }
    }

    private Void oneAfterTheOther(Path place) throws Exception {
        try (NatsServer server = NatsServer.start(place.resolve("server"));
                RoomWorkers workers = new RoomWorkers(place.resolve("errors"))) {
            RoomStream.make(server.room(), place, 1);
            for (int i = next.getAndIncrement();
                    i < seeds.size() && !failed;
                    i = next.getAndIncrement()) {
                one(i, server, workers);
            }
        }
        return null;
    }

    private void one(int number, NatsServer server, RoomWorkers workers) throws Exception {
        long seed = seeds.get(number);
        System.out.println("history " + (number + 1) + " of " + seeds.size() + ", seed " + seed);
        Path place = Files.createDirectories(folder.resolve("" + number));
        try (RoomHistory history = new RoomHistory(seed, place, server, workers)) {
            history.run(THINGS);
        } catch (Exception | AssertionError e) {
            failed = true;
            throw new AssertionError("the history of seed " + seed + ", in " + place, e);
        }
        FileUtils.deleteDirectory(place.toFile());
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
