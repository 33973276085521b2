package dev.warroom.room;

/** One line for the person at the keyboard. */
public record Notice(Tone tone, String text) {

    /** How it is meant. */
    public enum Tone {
        PLAIN,
        GOOD,
        BAD
    }

    public static final Notice NONE = new Notice(Tone.PLAIN, "");

    public static Notice plain(String text) {
        return new Notice(Tone.PLAIN, text);
    }

    public static Notice good(String text) {
        return new Notice(Tone.GOOD, text);
    }

    public static Notice bad(String text) {
        return new Notice(Tone.BAD, text);
    }
}
