package dev.warroom.logs.pattern;

import dev.warroom.room.LogLevel;

import java.util.Arrays;

/** What some messages have in common, and how many there were. */
public final class Pattern {

    private final String id;
    private final String[] words;
    private LogLevel level;
    private long count;

    Pattern(String id, String[] words) {
        this.id = id;
        this.words = words;
        this.level = LogLevel.NONE;
    }

    /** Made from its first message, and the same whenever that comes first; 8 hex digits. */
    public String id() {
        return id;
    }

    /** The words that all its messages have, and {@code <*>} where they differ. */
    public String text() {
        return String.join(" ", words);
    }

    /** The gravest that one of its messages called itself. */
    public LogLevel level() {
        return level;
    }

    /** How many messages there were. */
    public long count() {
        return count;
    }

    void add(LogLevel ofMessage) {
        count++;
        if (ofMessage.compareTo(level) > 0) {
            level = ofMessage;
        }
    }

    int length() {
        return words.length;
    }

    /** How many words of {@code message} are the pattern's own; -1 where all of those are there. */
    int alike(String[] message) {
        int same = 0;
        int own = 0;
        for (int i = 0; i < words.length; i++) {
            if (!words[i].equals(Masking.ANY)) {
                own++;
                if (words[i].equals(message[i])) {
                    same++;
                }
            }
        }
        return same == own && own > 0 ? -1 : same;
    }

    /** What {@code message} has otherwise differs from now on. */
    void widen(String[] message) {
        for (int i = 0; i < words.length; i++) {
            if (!words[i].equals(message[i])) {
                words[i] = Masking.ANY;
            }
        }
    }

    @Override
    public String toString() {
        return id + " " + Arrays.toString(words);
    }
}
