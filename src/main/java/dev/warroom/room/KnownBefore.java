package dev.warroom.room;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far it is known what logs held in the hour before an incident; logs by what their lines are
 * called.
 *
 * @param reading those that are being read
 * @param unknown those that could not be read, with why
 * @param partly those of which only a part was read, with how much
 * @param early whether those that are being read are worth waiting for
 */
public record KnownBefore(
        List<String> reading,
        Map<String, String> unknown,
        Map<String, String> partly,
        boolean early) {

    public static final KnownBefore NONE = new KnownBefore(List.of(), Map.of(), Map.of(), false);

    public KnownBefore {
        reading = List.copyOf(reading);
        unknown = Collections.unmodifiableMap(new TreeMap<>(unknown));
        partly = Collections.unmodifiableMap(new TreeMap<>(partly));
    }

    /** Whether it is known what {@code source} held. */
    public boolean knows(String source) {
        return !unknown.containsKey(source) && !reading.contains(source);
    }

    /** Whether it may turn out soon that something came before. */
    public boolean waits() {
        return early && !reading.isEmpty();
    }
}
