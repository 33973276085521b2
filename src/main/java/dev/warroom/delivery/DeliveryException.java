package dev.warroom.delivery;

import java.io.IOException;

/** The program cannot be put there; the message says why and what to do, in one line. */
public final class DeliveryException extends IOException {

    private static final long serialVersionUID = 1;

    DeliveryException(String why) {
        super(why);
    }
}
