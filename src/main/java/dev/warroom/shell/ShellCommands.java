package dev.warroom.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The commands of a script.
 *
 * @param all those that would be started, in the order they are written. A command that starts
 *     another, such as {@code sudo} or {@code ssh}, stands before the one that it starts.
 * @param functions the names of the functions that the script defines
 */
public record ShellCommands(List<Command> all, Set<String> functions) {

    /**
     * Reads {@code script}, whatever it holds; what does not end, such as a quote, ends with the
     * script. The time it takes grows with the script's length alone.
     */
    public static ShellCommands in(String script) {
        List<Command> written = new ArrayList<>();
        Set<String> functions = new HashSet<>();
        Cutting.cut(script, written, functions);
        List<Command> all = new ArrayList<>();
        written.forEach(it -> new Unwrapping(all).add(it));
        return new ShellCommands(List.copyOf(all), Set.copyOf(functions));
    }
}
