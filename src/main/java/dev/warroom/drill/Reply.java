package dev.warroom.drill;

/**
 * An answer over HTTP.
 *
 * @param status from 100 to 599
 * @param type of the body
 * @param body as text
 */
record Reply(int status, String type, String body) {

    static Reply text(int status, String body) {
        return new Reply(status, "text/plain; charset=utf-8", body);
    }

    /**
     * @param body is JSON already
     */
    static Reply json(int status, String body) {
        return new Reply(status, "application/json", body);
    }

    /** Whether the service is to blame. */
    boolean failure() {
        return status >= 500;
    }
}
