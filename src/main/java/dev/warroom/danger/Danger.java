package dev.warroom.danger;

import dev.warroom.shell.Command;

/**
 * Something in a script that cannot be undone, or hurts others when it is a mistake.
 *
 * @param kind what it does
 * @param command on one line, at most 100 characters of it
 * @param why a sentence for the person who is about to run it
 * @param line in the script, counted from 1
 * @param column in that line, counted from 1
 */
public record Danger(Kind kind, String command, String why, int line, int column) {

    /** What a dangerous command does; the names are stable, so that a policy can use them. */
    public enum Kind {
        DELETES_FILES("deletes-files"),
        EMPTIES_STORE("empties-store"),
        DROPS_DATA("drops-data"),
        OVERWRITES_DISK("overwrites-disk"),
        KILLS("kills"),
        FORCES("forces"),
        REWRITES_HISTORY("rewrites-history"),
        DISCARDS_WORK("discards-work"),
        DELETES_RESOURCES("deletes-resources"),
        STOPS_MACHINE("stops-machine"),
        OPENS_ACCESS("opens-access");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As a policy writes it: {@code deletes-files}. */
        public String words() {
            return words;
        }
    }

    /** For the person who is about to run it: {@code DANGER, line 2: it kills …}. */
    public String words() {
        return "DANGER, line " + line + ": " + why;
    }

    static Danger of(Kind kind, Command command, String why) {
        return new Danger(kind, command.shown(), why, command.line(), command.column());
    }
}
