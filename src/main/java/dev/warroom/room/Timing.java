package dev.warroom.room;

import java.time.Duration;

/**
 * How long the parts of an HTTP request took. As curl's {@code --write-out} counts them, each is
 * the time from the beginning of the request to the end of the part, so none is less than the one
 * before.
 *
 * @param lookup until the name was an address
 * @param connect until the connection was open
 * @param tls until it was secured; as {@code connect} where it is not
 * @param firstByte until the answer began
 * @param total until the answer was whole
 */
public record Timing(
        Duration lookup, Duration connect, Duration tls, Duration firstByte, Duration total) {

    /** Whether securing the connection is one of the parts. */
    public boolean secured() {
        return tls.compareTo(connect) > 0;
    }
}
