package dev.warroom.runbook;

import dev.warroom.runbook.ShellUnit.Kind;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rule: comments of a block that name nothing but operating systems, "# Debian/Ubuntu" and "#
 * RHEL", are several ways: nobody has all of them on one machine.
 */
final class Systems {

    private static final String NAME =
            "(?:debian|ubuntu|(?:linux )?mint|raspbian|raspberry pi os|rhel|red ?hat(?: enterprise"
                + " linux)?|centos|fedora|rocky|alma ?linux|alma|amazon linux|oracle"
                + " linux|(?:open)?suse|sles|arch|manjaro|alpine|gentoo|nixos|freebsd|openbsd|netbsd|mac"
                + " ?os(?: x)?|os ?x|mac|darwin|linux|windows|wsl)(?: linux)?(?: ?\\d[\\d.+]*)?";
    private static final Pattern NAMES =
            Pattern.compile(
                    "(?:on |for )?"
                            + NAME
                            + "(?:(?:\\s*[/,&+]\\s*|,? (?:or|and) )"
                            + NAME
                            + "){0,5}(?:[- ]based)?(?: (?:systems?|users?|hosts?))?(?:"
                            + " \\([^()]{1,40}\\))?:?",
                    Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 80;

    private Systems() {}

    /** Whether a comment names systems, and nothing else. */
    static boolean isNamed(ShellUnit unit) {
        return unit.kind() == Kind.COMMENT && areNamed(unit.first());
    }

    /** Whether the words of a comment name systems, and nothing else. */
    static boolean areNamed(String words) {
        return words.length() <= LONGEST && NAMES.matcher(words.strip()).matches();
    }

    /**
     * Whether a block begins with such a comment, has another one, and a command below each of
     * them.
     */
    static boolean areWays(List<ShellUnit> units) {
        Set<String> names = new HashSet<>();
        boolean begun = false;
        boolean commands = true;
        for (ShellUnit unit : units) {
            if (isNamed(unit)) {
                if (!commands) {
                    return false;
                }
                names.add(unit.first());
                begun = true;
                commands = false;
            } else if (unit.kind() == Kind.COMMAND) {
                if (!begun) {
                    return false;
                }
                commands = true;
            }
        }
        return commands && names.size() > 1;
    }
}
