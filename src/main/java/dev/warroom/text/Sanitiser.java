package dev.warroom.text;

/** Makes text from outside safe to draw. */
public final class Sanitiser {
    private Sanitiser() {}
}
