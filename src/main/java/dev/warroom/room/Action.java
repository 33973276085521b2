package dev.warroom.room;

/** What a person can ask of the room with a key outside of any question. */
public enum Action {
    DOWN,
    UP,
    PAGE_DOWN,
    PAGE_UP,
    TOP,
    END,
    RUN,
    DONE,
    SKIP,
    STOP,
    OUTPUT,
    NOTE,
    UPDATE,
    ACKNOWLEDGE,
    FILTER,
    FOLLOW,
    NEXT_PANE,
    PREVIOUS_PANE,
    PANE_1,
    PANE_2,
    PANE_3,
    PANE_4,
    ZOOM,
    FIND,
    COMMAND,
    HELP,
    BACK,
    QUIT
}
