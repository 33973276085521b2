package dev.warroom.cli;

import dev.warroom.room.LogLevel;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code logs} where it is plainly written, each option once and with its value behind a
 * blank: the command-line library takes about as long as searching half a gigabyte. Help, mistakes
 * and all other forms are left to it, so that they are told in one way only.
 */
final class PlainLogs {

    private static final List<String> WITH_VALUE =
            List.of("--level", "--since", "--match", "--state");
    private static final List<String> SWITCHES = List.of("--json", "--patterns");

    private PlainLogs() {}

    /** What to print; empty where the library has to look. */
    static Optional<LogPrint> read(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("logs")) {
            return Optional.empty();
        }
        Map<String, String> given = new HashMap<>();
        List<String> files = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            String argument = arguments[i];
            boolean more = WITH_VALUE.contains(argument);
            if (more && i + 1 == arguments.length) {
                return Optional.empty();
            }
            String value = more ? arguments[++i] : argument;
            if (!plain(value) && !SWITCHES.contains(argument)) {
                return Optional.empty();
            }
            if (plain(argument)) {
                files.add(argument);
            } else if (given.put(argument, value) != null) {
                return Optional.empty();
            }
        }
        return files.isEmpty() ? Optional.empty() : print(files, given);
    }

    /** A value like -x or @x means something else to the library. */
    private static boolean plain(String value) {
        return !value.isEmpty() && "-@".indexOf(value.charAt(0)) < 0;
    }

    private static Optional<LogPrint> print(List<String> files, Map<String, String> given) {
        String word = given.getOrDefault("--level", "");
        Optional<LogLevel> level =
                word.isEmpty() ? Optional.of(LogLevel.NONE) : LogPrint.level(word);
        return level.map(
                least ->
                        new LogPrint(
                                List.copyOf(files),
                                given.containsKey("--json"),
                                least,
                                given.getOrDefault("--since", ""),
                                given.getOrDefault("--match", ""),
                                given.containsKey("--patterns"),
                                ZoneId.systemDefault()));
    }
}
