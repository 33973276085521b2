package dev.warroom.logs;

import dev.warroom.policy.ListedLog;
import dev.warroom.text.Counted;

import java.io.IOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which files of one host match now, and in which zone their times are. */
final class RemoteSelection {

    private final List<String> patterns;
    private final Map<Optional<ZoneId>, List<String>> byZone;
    private final Map<String, ZoneId> zones = new HashMap<>();
    private final PathNews news;

    RemoteSelection(List<ListedLog> listed, PathNews news) {
        this.patterns = listed.stream().map(ListedLog::place).toList();
        this.byZone =
                listed.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ListedLog::zone,
                                        LinkedHashMap::new,
                                        Collectors.mapping(ListedLog::place, Collectors.toList())));
        this.news = news;
    }

    /** What was asked for. */
    List<String> patterns() {
        return patterns;
    }

    /** Of times in {@code path} that name none; the host's where nothing else was said of it. */
    ZoneId zone(String path, RemoteWire wire) {
        return zones.getOrDefault(path, wire.zone());
    }

    /** The files to follow. Says which patterns match nothing, and how many files are left out. */
    List<RemoteWire.Found> now(RemoteWire wire) throws IOException {
        List<RemoteWire.Found> found = all(wire);
        patterns.forEach(it -> tell(it, found));
        if (found.size() > LogFollower.MOST_FILES) {
            news.lose(
                    Selection.SURPLUS,
                    found.size() - LogFollower.MOST_FILES + " not followed, name fewer under logs");
            return found.subList(0, LogFollower.MOST_FILES);
        }
        return found;
    }

    /** What is found for two zones is in the one that is named first. */
    List<RemoteWire.Found> all(RemoteWire wire) throws IOException {
        Map<String, RemoteWire.Found> found = new LinkedHashMap<>();
        for (Map.Entry<Optional<ZoneId>, List<String>> each : byZone.entrySet()) {
            for (RemoteWire.Found file : wire.look(each.getValue())) {
                boolean asked = each.getValue().contains(file.path());
                boolean lines = asked || !Glob.compressed(file.path());
                if (lines && found.putIfAbsent(file.path(), file) == null) {
                    zones.put(file.path(), each.getKey().orElseGet(wire::zone));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private void tell(String pattern, List<RemoteWire.Found> found) {
        boolean wild = pattern.chars().anyMatch(it -> "*?[".indexOf(it) >= 0);
        boolean there =
                wild ? !found.isEmpty() : found.stream().anyMatch(it -> it.path().equals(pattern));
        if (!there && !news.known(pattern)) {
            news.lose(pattern, wild ? "matches no file" : "is not there");
        } else if (there && wild && news.lost(pattern)) {
            news.follow(pattern, "matches " + Counted.of(found.size(), "file"));
        }
    }
}
