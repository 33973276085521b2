package dev.warroom.logs;

import dev.warroom.policy.ListedLog;
import dev.warroom.room.LogSource;
import dev.warroom.text.Counted;
import dev.warroom.text.Sanitiser;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which files match now, and which of them are worth following when there are too many. */
final class Selection {

    /** As the news about files beyond the limit are called. */
    static final String SURPLUS = "(more files)";

    private static final int MOST_MATCHES = 10_000;

    private final Map<Glob, ZoneId> globs = new LinkedHashMap<>();
    private final Map<Path, ZoneId> zones = new HashMap<>();
    private final Set<String> empty = new HashSet<>();
    private final Set<Path> asked = new HashSet<>();
    private final Outbox outbox;
    private int surplus;

    Selection(Path base, List<ListedLog> listed, Outbox outbox) {
        for (ListedLog each : listed) {
            Glob glob = new Glob(base, each.place());
            globs.put(glob, each.zoneHere());
            if (glob.literal()) {
                glob.expand(asked, MOST_MATCHES);
            }
        }
        this.outbox = outbox;
    }

    /** Whether {@code path} was written out in full. */
    boolean asked(Path path) {
        return asked.contains(path);
    }

    /** Of times in {@code path} that name none: that of the first pattern that has found it. */
    ZoneId zone(Path path) {
        return zones.getOrDefault(path, ZoneId.systemDefault());
    }

    /**
     * The files to follow, by name; of too many those that were written out, and then those that
     * were changed last. Says which patterns match nothing, and how many files are left out.
     */
    Set<Path> now() {
        Set<Path> found = new TreeSet<>();
        zones.clear();
        for (Map.Entry<Glob, ZoneId> each : globs.entrySet()) {
            Glob glob = each.getKey();
            Set<Path> own = new TreeSet<>();
            glob.expand(own, MOST_MATCHES);
            if (!glob.literal()) {
                tell(glob, own.size());
            }
            own.forEach(it -> zones.putIfAbsent(it, each.getValue()));
            found.addAll(own);
        }
        tell(Math.max(0, found.size() - LogFollower.MOST_FILES));
        return found.size() <= LogFollower.MOST_FILES ? found : newest(found);
    }

    private Set<Path> newest(Set<Path> found) {
        Map<Path, Long> modified = new HashMap<>();
        for (Path path : found) {
            modified.put(path, asked(path) ? Long.MAX_VALUE : Seen.at(path).modified());
        }
        List<Path> order = new ArrayList<>(found);
        order.sort((a, b) -> Long.compare(modified.get(b), modified.get(a)));
        return new TreeSet<>(order.subList(0, LogFollower.MOST_FILES));
    }

    private void tell(Glob glob, int matches) {
        String name = Sanitiser.line(glob.pattern());
        if (matches == 0 && empty.add(name)) {
            outbox.add(new LogSource(name, LogSource.State.LOST, "matches no file"));
        } else if (matches > 0 && empty.remove(name)) {
            String files = Counted.of(matches, "file");
            outbox.add(new LogSource(name, LogSource.State.FOLLOWING, "matches " + files));
        }
    }

    private void tell(int more) {
        if (more > 0 && more != surplus) {
            String detail =
                    more
                            + " not followed: more than "
                            + LogFollower.MOST_FILES
                            + " match, name fewer under logs";
            outbox.add(new LogSource(SURPLUS, LogSource.State.LOST, detail));
        } else if (more == 0 && surplus > 0) {
            outbox.add(new LogSource(SURPLUS, LogSource.State.FOLLOWING, "all are followed"));
        }
        surplus = more;
    }
}
