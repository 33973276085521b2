package dev.warroom.room;

/**
 * What is known of one followed file.
 *
 * @param name its path, relative to the workspace where it is inside
 * @param detail why it is lost or what happened last ("rotated"); may be empty
 */
public record LogSource(String name, State state, String detail) {

    /** Whether its lines arrive. */
    public enum State {
        FOLLOWING,
        /** It was there and cannot be read now. It is tried again. */
        LOST
    }
}
