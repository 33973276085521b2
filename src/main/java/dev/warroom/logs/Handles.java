package dev.warroom.logs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All files that are open, by what they are and not by their names, so that a file that can be
 * reached by two names, or has got a new one, is read once.
 */
final class Handles {

    /** Rotated files that are still drained need some more than the ones that are followed. */
    private static final int MOST = LogFollower.MOST_FILES + 64;

    private static final int MOST_REMEMBERED = 1024;

    private final Outbox outbox;
    private final Map<Object, OpenLog> open = new HashMap<>();
    private final Map<Object, OpenLog.Place> remembered = new LinkedHashMap<>();
    private final Copies copies = new Copies();

    Handles(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Whether the file is read under this or another name. */
    boolean holds(Object key) {
        return open.containsKey(key);
    }

    /**
     * Opens the file at {@code path}: where it was left if it is known, otherwise at its beginning,
     * or {@code lines} lines before its end.
     *
     * @param zone of times that name none
     * @param lines 0 or more; -1 for the beginning
     * @return empty when it is open already, when too many are, or when it was replaced meanwhile
     * @throws IOException when it cannot be read
     */
    Optional<OpenLog> open(Path path, Seen seen, String source, ZoneId zone, int lines)
            throws IOException {
        if (holds(seen.key()) || open.size() >= MOST) {
            return Optional.empty();
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        OpenLog log = null;
        try {
            if (Seen.at(path).is(seen.key())) {
                long size = channel.size();
                OpenLog.Place place = remembered.remove(seen.key());
                boolean fresh = false;
                long offset = 0;
                if (place != null && place.within(channel::read, size)) {
                    offset = place.offset();
                    copies.resumed(place);
                } else if (lines >= 0) {
                    offset = Backlog.start(channel::read, size, lines);
                } else {
                    fresh = true;
                }
                log = new OpenLog(channel, path, seen, offset, fresh, copies, source, zone, outbox);
                open.put(seen.key(), log);
                copies.opened(log);
            }
        } finally {
            if (log == null) {
                channel.close();
            }
        }
        return Optional.ofNullable(log);
    }

    /** Closes {@code log} and remembers how far it was read. */
    void close(OpenLog log) {
        open.remove(log.key());
        copies.closed(log);
        if (!log.fresh()) {
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
            remembered.put(log.key(), log.place());
        }
        try {
            log.close();
        } catch (IOException e) {
            // Nothing was written to it, so nothing can be lost.
            return;
        }
    }

    void closeAll() {
        for (OpenLog log : open.values().toArray(new OpenLog[0])) {
            close(log);
        }
    }
}
