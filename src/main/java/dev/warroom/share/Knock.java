package dev.warroom.share;

/**
 * A thread that waits to be let in by a server. The client waits for its whole patience though the
 * server has said no; this ends the wait.
 */
final class Knock {

    private final Thread waiting;
    private boolean ended;
    private boolean interrupted;

    /**
     * @param waiting the thread that connects
     */
    Knock(Thread waiting) {
        this.waiting = waiting;
    }

    /** The server does not let it in; may be called from any thread, and at any time. */
    synchronized void refused() {
        if (!ended) {
            interrupted = true;
            waiting.interrupt();
        }
    }

    /** Whether the wait was ended by a no, and not by whoever else interrupts the thread. */
    synchronized boolean answered() {
        return interrupted;
    }

    /** The wait is over; to be called by the thread that waits, which goes on uninterrupted. */
    synchronized void end() {
        ended = true;
        if (interrupted) {
            Thread.interrupted();
        }
    }
}
