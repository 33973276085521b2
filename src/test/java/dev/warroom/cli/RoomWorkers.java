package dev.warroom.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Processes for rooms. To start one takes longer than most rooms last, so they are kept. */
final class RoomWorkers implements AutoCloseable {

    private final Path errors;
    private final Deque<RoomWorker> idle = new ArrayDeque<>();

    /**
     * @param errors the file for what they complain of
     */
    RoomWorkers(Path errors) {
        this.errors = errors;
    }

    /** One without a room. */
    RoomWorker take() throws IOException {
        return idle.isEmpty() ? RoomWorker.start(errors) : idle.pop();
    }

    /** Its room was left. */
    void back(RoomWorker worker) {
        idle.push(worker);
    }

    @Override
    public void close() {
        idle.forEach(RoomWorker::kill);
    }
}
