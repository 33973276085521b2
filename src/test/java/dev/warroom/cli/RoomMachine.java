package dev.warroom.cli;

import dev.warroom.share.NatsServer;
import dev.warroom.share.Wire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A machine whose clock is off, with a room for each incident that it takes part in, all in one
 * process, and with a network of its own to the server. Its methods may be called from any thread.
 */
final class RoomMachine implements AutoCloseable {

    private final String name;
    private final Path state;
    private final int ahead;
    private final Wire wire;
    private final RoomWorkers workers;
    private final Map<String, Guest> guests = new LinkedHashMap<>();
    private Optional<RoomWorker> worker = Optional.empty();

    /**
     * @param state the folder of its journals
     * @param ahead seconds that its clock is off
     */
    RoomMachine(String name, Path state, int ahead, NatsServer server, RoomWorkers workers)
            throws IOException {
        this.name = name;
        this.state = state;
        this.ahead = ahead;
        this.workers = workers;
        wire = new Wire(server.port());
    }

    /** Told what happens to the room of one incident. */
    interface Guest {

        void said(String words);

        /** All that its room had said was told; it is gone. */
        void killed();
    }

    String name() {
        return name;
    }

    Path state() {
        return state;
    }

    Wire wire() {
        return wire;
    }

    /** Before it is started. */
    void join(String incident, Guest guest) {
        guests.put(incident, guest);
    }

    void start() throws IOException {
        RoomWorker fresh = workers.take();
        fresh.hear(this::heard);
        synchronized (this) {
            worker = Optional.of(fresh);
            for (String incident : guests.keySet()) {
                fresh.tell(
                        String.join(
                                " ",
                                "open",
                                incident,
                                state + "",
                                name,
                                wire.address(),
                                ahead + ""));
            }
        }
    }

    private void heard(String line) {
        String[] words = line.split(" ", 2);
        Guest guest = guests.get(words[0]);
        if (guest != null) {
            guest.said(words[1]);
        }
    }

    /** Does {@code before} and tells {@code line}; neither where it is down. */
    synchronized void tell(String line, Runnable before) {
        if (worker.isPresent()) {
            before.run();
            worker.get().tell(line);
        }
    }

    /** As when the power goes; whoever speaks to it now is not heard. */
    void kill() {
        Optional<RoomWorker> ended;
        synchronized (this) {
            ended = worker;
            worker = Optional.empty();
        }
        ended.ifPresent(RoomWorker::kill);
        guests.values().forEach(Guest::killed);
    }

    /** Its rooms are left as a person leaves them; the process can have another machine's. */
    synchronized void leave() {
        guests.keySet().forEach(it -> worker.orElseThrow().tell("leave " + it));
    }

    /** All its rooms were left. */
    synchronized void over() {
        workers.back(worker.orElseThrow());
        worker = Optional.empty();
    }

    @Override
    public void close() throws IOException {
        kill();
        wire.close();
    }
}
