package dev.warroom.cli;

import dev.warroom.share.CutOffException;
import dev.warroom.share.NatsServer;
import dev.warroom.share.RoomStream;
import dev.warroom.testing.Await;

import org.apache.commons.io.FileUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Random histories of rooms that share incidents, as many as one likes. Much of a history is
 * waiting, so some pass side by side, on machines and a server of their own, which the next ones
 * have too.
 */
final class RoomsSoak {

    private static final int SIDE_BY_SIDE = 2;

    private final Path folder;
    private final List<Long> seeds = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean failed;

    private RoomsSoak(Path folder, int many, long first) {
        this.folder = folder;
        Random others = new Random(first);
        seeds.add(first);
        while (seeds.size() * RoomHistories.MANY < many) {
            seeds.add(others.nextLong());
        }
    }

    /**
     * Prints the seed of each {@value RoomHistories#MANY} histories before they begin; ends at the
     * first that do not end well.
     *
     * @param many how many histories there are at least
     */
    static void histories(Path folder, int many, long first) throws Exception {
        RoomsSoak soak = new RoomsSoak(folder, many, first);
        List<Future<?>> lanes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Math.min(soak.seeds.size(), SIDE_BY_SIDE); i++) {
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
            Await.until("the room's stream", () -> made(server, place));
            for (int i = next.getAndIncrement();
                    i < seeds.size() && !failed;
                    i = next.getAndIncrement()) {
                some(i, server, workers);
            }
        } catch (Exception | AssertionError e) {
            failed = true;
            throw e;
        }
        return null;
    }

    /** Not where the server is slow to let anybody in, as on a machine that is far too busy. */
    private static boolean made(NatsServer server, Path place) {
        try {
            RoomStream.make(server.room(), place, 1);
            return true;
        } catch (CutOffException e) {
            return false;
        }
    }

    private void some(int number, NatsServer server, RoomWorkers workers) throws Exception {
        long seed = seeds.get(number);
        int first = number * RoomHistories.MANY + 1;
        System.out.printf(
                "histories %d to %d of %d, seed %d%n",
                first, first + RoomHistories.MANY - 1, seeds.size() * RoomHistories.MANY, seed);
        Path place = Files.createDirectories(folder.resolve("" + number));
        try (RoomHistories histories = new RoomHistories(seed, place, server, workers)) {
            histories.run();
        } catch (Exception | AssertionError e) {
            throw new AssertionError("the histories of seed " + seed + ", in " + place, e);
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
        long begin = System.nanoTime();
        histories(folder, Integer.parseInt(args[0]), seed);
        FileUtils.deleteDirectory(folder.toFile());
        System.out.printf(
                "Nothing was lost, and no step started twice, in %d s.%n",
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }
}
