package dev.warroom.runbook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: an angle and a blank before a command are a prompt where the block says so, alone or behind
 * a host's name; they begin a quotation, or stand in another program's console, otherwise.
 */
final class AnglePrompt {

    private static final Pattern ALONE = Pattern.compile("\\s{0,8}> (\\S.*)");
    private static final Pattern NAME = Pattern.compile("[a-z_][\\w-]{1,60}");

    /** Not the consoles of databases, debuggers and transfers, whose words shells have as well. */
    private static final Pattern BEHIND_HOST =
            Pattern.compile(
                    "\\s{0,8}(?!(?:mysql|mariadb|mongo|redis|sqlite|psql|[sl]?ftp|telnet|nslookup"
                            + "|gdb|lldb|irb|iex|node|scala|spark|hive|cqlsh|smb)>)"
                            + "[\\w.-]{2,40}> (\\S.*)");

    private AnglePrompt() {}

    /** The prompt that {@code code} has, its group what is typed behind it; empty for none. */
    static Optional<Pattern> of(Block.Code code) {
        List<String> lines = code.lines();
        if (Label.of(code.label()) == Label.SHELL && areAllBehind(lines) || begins(lines)) {
            return Optional.of(ALONE);
        }
        return Label.isShell(code.label()) && beginsBehindHost(lines)
                ? Optional.of(BEHIND_HOST)
                : Optional.empty();
    }

    /** Whether the first line stands behind one, and a command that is known behind one, too. */
    private static boolean begins(List<String> lines) {
        boolean begun = false;
        for (String line : lines) {
            if (line.isBlank()) {
                continue;
            }
            Optional<String> typed = typed(ALONE, line);
            if (typed.isEmpty() && !begun) {
                return false;
            }
            if (typed.filter(AnglePrompt::isKnownOrPlace).isPresent()) {
                return true;
            }
            begun = true;
        }
        return false;
    }

    /** Whether every line is a name behind one, perhaps with what it is given. */
    private static boolean areAllBehind(List<String> lines) {
        boolean any = false;
        for (String line : lines) {
            if (!line.isBlank()) {
                Optional<String> typed = typed(ALONE, line);
                if (typed.isEmpty() || !NAME.matcher(name(typed.get())).matches()) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /**
     * Whether the first line is a command that is known behind a host's name and an angle. Switches
     * and routers prompt so, too.
     */
    private static boolean beginsBehindHost(List<String> lines) {
        for (String line : lines) {
            if (!line.isBlank()) {
                return typed(BEHIND_HOST, line)
                        .filter(Commands::begin)
                        .filter(it -> !DeviceLine.isAlsoTyped(name(it)))
                        .filter(it -> LineLooks.of(it) == LineLooks.COMMAND)
                        .isPresent();
            }
        }
        return false;
    }

    private static Optional<String> typed(Pattern prompt, String line) {
        if (line.indexOf("> ") < 0) {
            return Optional.empty();
        }
        Matcher matcher = prompt.matcher(line);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String name(String typed) {
        return FirstWord.of(typed.strip());
    }

    /** The consoles of databases and brokers have words of their own behind an angle. */
    private static boolean isKnownOrPlace(String typed) {
        String name = name(typed);
        return LineLooks.of(typed) == LineLooks.COMMAND
                && (Commands.isKnown(name) || name.indexOf('/') >= 0 || name.indexOf('=') > 0);
    }
}
