package dev.warroom.logs;

import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;
import dev.warroom.text.Counted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hands lines over in batches, and news of the files in the right order between them. */
final class Outbox {

    static final int MOST_LINES = 1_000;

    private final LogFollower.Listener listener;
    private List<LogLine> batch = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
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
        if (!source.lines().isEmpty()) {
            names.put(source.lines(), source.name());
        }
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
            try {
                listener.lines(full);
            } catch (RuntimeException e) {
                Map<String, Integer> each = new LinkedHashMap<>();
                full.forEach(it -> each.merge(it.source(), 1, Integer::sum));
                each.forEach((source, count) -> spoilt(source, Counted.of(count, "line"), e));
            }
        }
    }

    /**
     * A fault of the program has cost lines: that is said between those of their log, and the log
     * is read on.
     *
     * @param much how many lines or bytes
     */
    void spoilt(String source, String much, RuntimeException fault) {
        String words = Fault.words(fault);
        String text = SourceLines.REST + much + " missing here: " + words;
        batch.add(new LogLine(source, LogLevel.NOTICE, text));
        String name = names.getOrDefault(source, source);
        listener.source(new LogSource(name, LogSource.State.FOLLOWING, words, source));
    }
}
