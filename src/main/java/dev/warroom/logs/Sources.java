package dev.warroom.logs;

import dev.warroom.policy.ListedLog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where log lines come from, as {@code warroom.yaml} lists it.
 *
 * @param globs names of files
 * @param commands what prints lines
 * @param remote globs of files on other hosts, by host
 */
public record Sources(
        List<ListedLog> globs, List<ListedLog> commands, Map<String, List<ListedLog>> remote) {

    public Sources {
        globs = List.copyOf(globs);
        commands = List.copyOf(commands);
        remote = Map.copyOf(remote);
    }

    /** Tells the three apart. */
    public static Sources of(List<ListedLog> listed) {
        List<ListedLog> globs = new ArrayList<>();
        List<ListedLog> commands = new ArrayList<>();
        Map<String, List<ListedLog>> remote = new LinkedHashMap<>();
        for (ListedLog each : listed) {
            String place = each.place();
            int colon = place.indexOf(':');
            if (place.startsWith(ListedLog.COMMAND)) {
                commands.add(each.at(place.substring(ListedLog.COMMAND.length()).strip()));
            } else if (place.startsWith(ListedLog.SSH) && colon > 0) {
                remote.computeIfAbsent(
                                place.substring(ListedLog.SSH.length(), colon).strip(),
                                it -> new ArrayList<>())
                        .add(each.at(place.substring(colon + 1).strip()));
            } else {
                globs.add(each);
            }
        }
        return new Sources(globs, commands, remote);
    }
}
