package dev.warroom.logs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Tells a copy of a file that was read already from a file of its own. Rotation by copying and
 * emptying leaves such a copy beside the file, under a name that begins with the file's; what was
 * written between the last look and the emptying stands only there.
 */
final class Copies {

    private static final int MOST_LEFT = 64;

    /** A file that is read now. */
    interface Followed {

        /** What it is, whatever its name. */
        Object key();

        Path path();

        OpenLog.Place place();
    }

    /** A file that is read now, or a place where reading stopped because the file changed. */
    private record Known(Path path, OpenLog.Place place) {}

    private final Map<Object, Followed> open = new HashMap<>();
    private final Deque<Known> left = new ArrayDeque<>();

    void opened(Followed log) {
        open.put(log.key(), log);
    }

    /** Reading goes on from {@code place}: what stands before it is no copy's whole content. */
    void resumed(OpenLog.Place place) {
        left.removeIf(known -> known.place().equals(place));
    }

    void closed(Followed log) {
        open.remove(log.key());
        left(log.path(), log.place());
    }

    /** {@code path} had been read up to {@code place}, and does not hold that any more. */
    void left(Path path, OpenLog.Place place) {
        Known known = new Known(path, place);
        if (place.offset() > 0 && !left.contains(known)) {
            left.addFirst(known);
            if (left.size() > MOST_LEFT) {
                left.removeLast();
            }
        }
    }

    /**
     * Where {@code copy} goes on behind what was read of a file that holds it no more.
     *
     * @return empty where it is no such copy
     */
    OptionalLong rest(Path path, Positioned copy, long size) throws IOException {
        long furthest = -1;
        for (Known known : left) {
            if (named(path, known.path()) && known.place().within(copy, size)) {
                furthest = Math.max(furthest, known.place().offset());
            }
        }
        return furthest < 0 ? OptionalLong.empty() : OptionalLong.of(furthest);
    }

    /** Whether it begins as a file does that is, or was, read: it may be a copy in the making. */
    boolean likely(Path path, Positioned file) throws IOException {
        for (Followed log : open.values()) {
            if (named(path, log.path()) && log.place().print().begins(file)) {
                return true;
            }
        }
        for (Known known : left) {
            if (named(path, known.path()) && known.place().print().begins(file)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether it holds nothing but what was read of a file: so it was copied by hand, or before
     * more was written to the file.
     */
    boolean whole(Path path, Positioned file, long size) throws IOException {
        for (Followed log : open.values()) {
            if (named(path, log.path()) && log.place().covers(file, size)) {
                return true;
            }
        }
        for (Known known : left) {
            if (named(path, known.path()) && known.place().covers(file, size)) {
                return true;
            }
        }
        return false;
    }

    private static boolean named(Path copy, Path original) {
        return !copy.equals(original) && copy.toString().startsWith(original.toString());
    }
}
