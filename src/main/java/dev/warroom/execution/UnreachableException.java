package dev.warroom.execution;

import java.io.IOException;

/** A target gave no shell; the message says why, in words for people, in one line. */
final class UnreachableException extends IOException {

    private static final long serialVersionUID = 1;

    UnreachableException(String why) {
        super(why);
    }
}
