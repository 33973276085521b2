package dev.warroom.share;

import java.util.LinkedHashMap;
import java.util.Map;

/** The hashes of the lines that were read last, so that one that comes again is known. */
final class Recent {

    private static final int MOST = 10_000;

    private final Map<String, Boolean> hashes =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > MOST;
                }
            };

    void add(String hash) {
        hashes.put(hash, true);
    }

    boolean has(String hash) {
        return hashes.containsKey(hash);
    }
}
