package dev.warroom.logs;

import java.util.ArrayList;
import java.util.List;

/**
 * Where log lines come from, as {@code warroom.yaml} lists it.
 *
 * @param globs names of files
 * @param commands what prints lines; written behind {@value #COMMAND} there
 */
public record Sources(List<String> globs, List<String> commands) {

    /** What begins so is a command, as in the prompt of a shell. */
    public static final String COMMAND = "$ ";

    public Sources {
        globs = List.copyOf(globs);
        commands = List.copyOf(commands);
    }

    /** Tells the two apart. */
    public static Sources of(List<String> listed) {
        List<String> globs = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        for (String each : listed) {
            if (each.startsWith(COMMAND)) {
                commands.add(each.substring(COMMAND.length()).strip());
            } else {
                globs.add(each);
            }
        }
        return new Sources(globs, commands);
    }
}
