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

    /** Stands between what a script was given and what it has left. */
    private static final String GIVEN = "\nWARROOM_GIVEN\n";

    /**
     * @param text what {@code export -p} printed before the script, a line that ends this, and what
     *     it printed after it; the latter is missing where the script has not come to its end
     */
    static Left of(String text) {
        int end = text.lastIndexOf(GIVEN);
        Map<String, String> given = Exported.in(text.substring(0, Math.max(0, end)));
        Map<String, String> now = Exported.in(end < 0 ? "" : text.substring(end + GIVEN.length()));
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
