package dev.warroom.logs;

import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;

import java.util.ArrayList;
import java.util.List;

/** Hands lines over in batches, and news of the files in the right order between them. */
final class Outbox {

    static final int MOST_LINES = 1_000;

    private final LogFollower.Listener listener;
    private List<LogLine> batch = new ArrayList<>();
    private int lines;

    Outbox(LogFollower.Listener listener) {
        this.listener = listener;
    }

    /** How many lines there have been; turns over at 2^31. */
    int lines() {
        return lines;
    }

    void add(LogLine line) {
        lines++;
        batch.add(line);
        if (batch.size() >= MOST_LINES) {
            send();
        }
    }

    void add(LogSource source) {
        send();
        listener.source(source);
    }

    /** What stood in the files has been added. */
    void begun() {
        send();
        listener.begun();
    }

    /** Whether files of {@code host} can be read has changed. */
    void host(String host, String trouble) {
        send();
        listener.host(host, trouble);
    }

    void send() {
        if (!batch.isEmpty()) {
            List<LogLine> full = batch;
            batch = new ArrayList<>();
            listener.lines(full);
        }
    }
}
