package dev.warroom.layout;

/** The panes, in the order of their numbers. */
public enum Pane {
    CHECKLIST,
    LOGS,
    HEALTH,
    TIMELINE;

    /** As people press it: 1 to 4. */
    public int number() {
        return ordinal() + 1;
    }
}
