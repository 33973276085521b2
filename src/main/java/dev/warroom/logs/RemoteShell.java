package dev.warroom.logs;

import java.io.IOException;
import java.io.InputStream;

/** A POSIX shell on another host that reads what it is told. */
public interface RemoteShell extends AutoCloseable {

    /** Starts shells. */
    @FunctionalInterface
    interface Way {

        /**
         * @param host as {@code warroom.yaml} names it
         * @throws IOException when it cannot be started; the message says why
         */
        RemoteShell to(String host) throws IOException;
    }

    /** What it prints. */
    InputStream answers();

    /**
     * Waits while it does not read.
     *
     * @throws IOException when it does not read any more
     */
    void say(String text) throws IOException;

    /** Why it does not answer any more, in words. */
    String lastWords() throws InterruptedException;

    /** Ends it, whatever it is doing. */
    @Override
    void close();
}
