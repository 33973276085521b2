package dev.warroom.share;

import dev.warroom.policy.SharedRoom;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamApiException;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is wrong with a connection to the room's server, in one line for people. The server says
 * some of it beside its answers: that something is not allowed, say.
 */
final class Trouble implements ErrorListener {

    private static final int NO_STREAM = 10_059;

    /** Limits of the account, of the server's disk and of the stream. */
    private static final Set<Integer> FULL = Set.of(10_002, 10_023, 10_047, 10_077);

    private static final String NOT_ALLOWED = "the room's server does not allow it: ";

    private static final Pattern NOT_LET_IN =
            Pattern.compile("(?i)authorization violation|authentication (expired|revoked|timeout)");

    private final SharedRoom room;
    private final Runnable notLetIn;
    private volatile String last = "";
    private volatile String asking = "";
    private volatile Throwable failure = new IOException();

    /**
     * @param notLetIn told when the server does not know this room, or no longer
     */
    Trouble(SharedRoom room, Runnable notLetIn) {
        this.room = room;
        this.notLetIn = notLetIn;
    }

    @Override
    public void errorOccurred(Connection connection, String error) {
        // Whether others see that this room is there is not worth a word.
        if (!error.contains(".here") && !error.contains(".output")) {
            last = error;
        } else if (error.contains("Publish") && error.contains(".output")) {
            asking = error;
        }
        if (NOT_LET_IN.matcher(error).find()) {
            notLetIn.run();
        }
    }

    @Override
    public void exceptionOccurred(Connection connection, Exception e) {
        failure = e.getCause() == null ? e : e.getCause();
    }

    /** Why no connection came about, as far as the client has said. */
    Throwable failure() {
        return failure;
    }

    /** What was not allowed to be asked before counts no more. */
    void forgetAsking() {
        asking = "";
    }

    /**
     * @throws CutOffException if what was asked since {@link #forgetAsking} may not be asked
     */
    void requireAllowedToAsk() throws CutOffException {
        if (!asking.isEmpty()) {
            throw new CutOffException(NOT_ALLOWED + asking, null);
        }
    }

    /** The server answers that it will not. */
    CutOffException refused(JetStreamApiException e) {
        String words = "the room's server refuses: " + e.getErrorDescription();
        if (e.getApiErrorCode() == NO_STREAM) {
            words =
                    "the room's server has no stream \""
                            + room.stream()
                            + "\": it was never made, or is lost";
        } else if (FULL.contains(e.getApiErrorCode())) {
            words = "the room's server is full (" + e.getErrorDescription() + "): let it keep more";
        }
        return new CutOffException(words, e);
    }

    /**
     * What the client throws of a connection that ends while it is used: mostly {@link
     * IllegalStateException}, but {@link NullPointerException} where its timers are gone already.
     */
    CutOffException gone(RuntimeException e) {
        return new CutOffException("the connection to " + Access.names(room) + " is gone", e);
    }

    /** The server does not answer, or has said beside it why it does not. */
    CutOffException silent(IOException e) {
        String complaint = last;
        String words =
                complaint.isEmpty()
                        ? "the room's server does not answer (" + Access.names(room) + ")"
                        : NOT_ALLOWED + complaint;
        return new CutOffException(words, e);
    }
}
