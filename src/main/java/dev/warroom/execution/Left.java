package dev.warroom.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a run has left to later ones.
 *
 * @param folder where it ended; empty where it is not known
 * @param variables it has exported, or changed, by name; what it was given anyway is left out
 */
public record Left(String folder, Map<String, String> variables) {

    /** What every shell sets for itself. */
    private static final Set<String> OWN =
            Set.of(
                    "PWD",
                    "OLDPWD",
                    "SHLVL",
                    "_",
                    "WARROOM_RUN",
                    "WARROOM_RUN_FOLDER",
                    "TERM",
                    "PAGER",
                    "GIT_PAGER");

    public Left {
        variables = Map.copyOf(variables);
    }

    /**
     * @param before what {@code export -p} printed before the script
     * @param after what it printed after it; empty where the script has not come to its end
     */
    static Left of(String before, String after) {
        Map<String, String> given = Exported.in(before);
        Map<String, String> now = Exported.in(after);
        Map<String, String> changed = new LinkedHashMap<>();
        now.forEach(
                (name, value) -> {
                    if (!OWN.contains(name) && !value.equals(given.get(name))) {
                        changed.put(name, value);
                    }
                });
        return new Left(now.getOrDefault("PWD", ""), changed);
    }
}
