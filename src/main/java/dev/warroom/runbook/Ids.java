package dev.warroom.runbook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Hands out each id once; the second taker of the same words gets "-2". */
final class Ids {

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    /** {@code wanted}, or the first of {@code wanted-2}, {@code wanted-3}, … that is free. */
    String unique(String wanted) {
        if (taken.add(wanted)) {
            return wanted;
        }
        int number = last.getOrDefault(wanted, 1) + 1;
        while (!taken.add(wanted + "-" + number)) {
            number++;
        }
        last.put(wanted, number);
        return wanted + "-" + number;
    }
}
