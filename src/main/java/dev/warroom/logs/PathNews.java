package dev.warroom.logs;

import dev.warroom.room.LogSource;
import dev.warroom.text.Sanitiser;

import java.util.HashMap;
import java.util.Map;

/**
 * What is told of the paths on one host: whether what stands there is followed, and why not; a
 * reason once. A path is what was asked for, or where a file was found.
 */
final class PathNews {

    private final String host;
    private final Outbox outbox;
    private final Map<String, String> sources = new HashMap<>();
    private final Map<String, String> lost = new HashMap<>();

    PathNews(String host, Outbox outbox) {
        this.host = host;
        this.outbox = outbox;
    }

    /** What stands at {@code path} has its lines under {@code source} from now on. */
    void stands(String path, String source) {
        sources.put(path, source);
    }

    /** Whether a file has stood there. */
    boolean known(String path) {
        return sources.containsKey(path);
    }

    /** Whether it was told last that nothing there is followed. */
    boolean lost(String path) {
        return lost.containsKey(path);
    }

    /**
     * @param news what has happened; may be empty
     */
    void follow(String path, String news) {
        lost.remove(path);
        tell(path, LogSource.State.FOLLOWING, news);
    }

    void lose(String path, String why) {
        if (!why.equals(lost.put(path, why))) {
            tell(path, LogSource.State.LOST, why);
        }
    }

    private void tell(String path, LogSource.State state, String words) {
        String name = Sanitiser.line(host + ":" + path);
        outbox.add(new LogSource(name, state, words, sources.getOrDefault(path, "")));
    }
}
