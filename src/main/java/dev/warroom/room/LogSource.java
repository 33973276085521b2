package dev.warroom.room;

import dev.warroom.policy.ListedLog;

/**
 * What is known of one source of log lines.
 *
 * @param name the path of a file, relative to the workspace where it is inside; of a file on
 *     another host with the host before it; a command as it was written; or a step
 * @param detail why it is lost or what happened last ("rotated"); may be empty
 * @param lines the short name that its lines carry; empty where none have come
 */
public record LogSource(String name, State state, String detail, String lines) {

    /** Stands before the name of a step. */
    public static final String STEP = "step ";

    /** Whether its lines arrive. */
    public enum State {
        FOLLOWING,
        /** It was there and cannot be read now. It is tried again. */
        LOST,
        /** Nothing comes any more, and nothing is missing. */
        ENDED
    }

    /** One of which no lines are known. */
    public LogSource(String name, State state, String detail) {
        this(name, state, detail, "");
    }

    /** Whether it is one, here or on another host. */
    boolean file() {
        return !name.startsWith(ListedLog.COMMAND) && !name.startsWith(STEP);
    }
}
