package dev.warroom.share;

import java.io.Serial;

/** The room's server cannot be used at the moment; the message is one line for people. */
public final class CutOffException extends Exception {

    @Serial private static final long serialVersionUID = 1;

    CutOffException(String why, Throwable cause) {
        super(why, cause);
    }
}
