package dev.warroom.runbook;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a file's front matter says of all its runbooks.
 *
 * @param shell what runs their scripts: {@code bash}
 * @param cwd the folder they run in
 * @param target where they run
 * @param skipPrompts whether variables are not asked for
 * @param suggestions by the name of a placeholder, a command that prints its likely values
 */
public record Settings(
        Optional<String> shell,
        Optional<String> cwd,
        Optional<String> target,
        boolean skipPrompts,
        Map<String, String> suggestions) {

    /** Nothing is said. */
    public static final Settings NONE =
            new Settings(Optional.empty(), Optional.empty(), Optional.empty(), false, Map.of());

    public Settings {
        suggestions = Collections.unmodifiableMap(new TreeMap<>(suggestions));
    }

    /** A placeholder with the suggestion that is settled for its name, where one is. */
    Placeholder placeholder(String name, String written, Placeholder.Kind kind) {
        return new Placeholder(name, written, kind, Optional.ofNullable(suggestions.get(name)));
    }
}
