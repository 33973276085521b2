package dev.warroom.runbook;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rule: what programs log is no shell. */
final class Logged {

    private static final Set<String> LEVELS =
            Set.of(
                    "debug", "err!", "error", "fatal", "info", "notice", "success", "verb", "warn",
                    "warning");

    private static final int LONGEST_LEVEL = 7;

    private Logged() {}

    /**
     * Whether each line is what a program logs, more than one: its name, and how the message is
     * meant, or a bar that all lines have.
     */
    static boolean areLogged(List<String> lines) {
        return areReported(lines) || areFollowed(lines);
    }

    /** Whether each line has its container's name before a bar, all bars below each other. */
    private static boolean areFollowed(List<String> lines) {
        int bar = -1;
        int logged = 0;
        for (String line : lines) {
            if (line.isBlank()) {
                continue;
            }
            int at = line.indexOf("| ");
            String name = line.substring(0, Math.max(0, at)).stripTrailing();
            if (name.length() < 2
                    || name.indexOf(' ') >= 0
                    || bar >= 0 && bar != at
                    || Commands.isKnown(name)) {
                return false;
            }
            bar = at;
            logged++;
        }
        return logged > 1;
    }

    private static boolean areReported(List<String> lines) {
        String name = null;
        int logged = 0;
        for (String line : lines) {
            String text = line.strip();
            if (text.isEmpty()) {
                continue;
            }
            String begins = text.substring(0, Math.max(0, text.indexOf(' ')));
            if (!isMeant(text, begins.length() + 1) || name != null && !name.equals(begins)) {
                return false;
            }
            name = begins;
            logged++;
        }
        return logged > 1;
    }

    /** Whether a word at {@code from} says how the message behind it is meant. */
    private static boolean isMeant(String text, int from) {
        int end = text.indexOf(' ', from);
        return end > 0
                && end - from <= LONGEST_LEVEL
                && LEVELS.contains(text.substring(from, end).toLowerCase(Locale.ROOT));
    }
}
