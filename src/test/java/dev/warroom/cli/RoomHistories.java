package dev.warroom.cli;

import dev.warroom.share.NatsServer;
import dev.warroom.testing.Await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Some incidents side by side on the same machines, drawn from a seed: each has a history of its
 * own in two to five rooms, while machines are cut off, killed and started again under all of them,
 * and the server goes away. To start a process takes longer than most histories last, so the rooms
 * of one machine share one.
 */
final class RoomHistories implements AutoCloseable {

    /** How many incidents there are. */
    static final int MANY = 12;

    private static final int MACHINES = 5;
    private static final int ACTS = 3;
    private static final int THINGS_AN_ACT = 14;
    private static final int BLOWS_AN_ACT = 6;
    private static final int LONGEST_PAUSE_MILLIS = 90;
    private static final int MOST_SECONDS_OFF = 600;

    private final Random random;
    private final NatsServer server;
    private final List<RoomMachine> machines = new ArrayList<>();
    private final List<RoomHistory> histories = new ArrayList<>();

    /**
     * @param folder empty
     * @param server may have had other incidents before
     */
    RoomHistories(long seed, Path folder, NatsServer server, RoomWorkers workers)
            throws IOException {
        random = new Random(seed);
        this.server = server;
        for (int i = 0; i < MACHINES; i++) {
            int ahead = random.nextInt(2 * MOST_SECONDS_OFF) - MOST_SECONDS_OFF;
            Path state = Files.createDirectory(folder.resolve("m" + i));
            machines.add(new RoomMachine("m" + i, state, ahead, server, workers));
        }
        for (int i = 0; i < MANY; i++) {
            List<RoomMachine> some = new ArrayList<>(machines);
            Collections.shuffle(some, random);
            int rooms = 2 + random.nextInt(MACHINES - 1);
            histories.add(new RoomHistory(random.nextLong(), some.subList(0, rooms)));
        }
    }

    /**
     * Lets it all happen, then mends everything, waits for all rooms of each incident to be one.
     */
    void run() throws Exception {
        for (RoomMachine machine : machines) {
            machine.start();
        }
        awaitOpen();
        for (int i = 0; i < ACTS; i++) {
            act();
        }
        server.start();
        machines.forEach(it -> it.wire().mend());
        histories.forEach(RoomHistory::settle);
        machines.forEach(RoomMachine::leave);
        Await.until("all rooms are left", () -> histories.stream().allMatch(RoomHistory::left));
        machines.forEach(RoomMachine::over);
        histories.forEach(RoomHistory::check);
    }

    private void awaitOpen() {
        Await.until("all rooms are open", () -> histories.stream().allMatch(RoomHistory::open));
    }

    /** People work in all incidents while things happen to the machines. */
    private void act() throws Exception {
        if (random.nextBoolean()) {
            awaitOpen();
        }
        List<Future<?>> people = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (RoomHistory each : histories) {
                people.add(
                        threads.submit(
                                () -> {
                                    each.go(THINGS_AN_ACT);
                                    return null;
                                }));
            }
            for (int i = 0; i < BLOWS_AN_ACT; i++) {
                Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
                blow();
            }
        }
        for (Future<?> each : people) {
            each.get();
        }
    }

    private void blow() throws IOException {
        RoomMachine machine = machines.get(random.nextInt(machines.size()));
        int what = random.nextInt(22);
        if (what < 6) {
            machine.wire().cut();
        } else if (what < 8) {
            machine.wire().hold();
        } else if (what < 14) {
            machine.wire().mend();
        } else if (what < 18) {
            machine.kill();
            machine.start();
        } else if (what < 20) {
            server.kill();
        } else {
            server.start();
        }
    }

    @Override
    public void close() throws IOException {
        for (RoomMachine machine : machines) {
            machine.close();
        }
    }
}
