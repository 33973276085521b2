package dev.warroom.view;

/** What a colour is for. The terminal decides which colour that is, if any. */
public enum Ink {
    PLAIN,
    /** Present, and not what the eye should find first. */
    MUTED,
    /** The one accent: focus, selection. */
    ACCENT,
    GOOD,
    WARNING,
    /** Needs a person now. */
    BAD
}
