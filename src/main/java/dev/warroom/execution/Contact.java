package dev.warroom.execution;

import java.time.Duration;

/** Whether anything is heard of one run, as its listener is told. */
final class Contact {

    /** For so long a way may be cut before it is said that nothing is known. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final String run;
    private final RunListener listener;
    private boolean awaited;
    private boolean lost;

    /** Goes up whenever the way is cut, and whenever something is heard. */
    private int turns;

    /**
     * @param awaited whether somebody waits for its first answer
     */
    Contact(String run, boolean awaited, RunListener listener) {
        this.run = run;
        this.awaited = awaited;
        this.listener = listener;
    }

    synchronized void heard() {
        turns++;
        if (awaited) {
            awaited = false;
            listener.answered(run);
        }
        if (lost) {
            lost = false;
            listener.found(run);
        }
    }

    synchronized void lost(String why) {
        if (!lost) {
            lost = true;
            listener.lost(run, why);
        }
    }

    /** Mostly the way is there again at once, and nobody need hear of that. */
    void cut() {
        int turn;
        synchronized (this) {
            turn = ++turns;
        }
        Thread.startVirtualThread(
                () -> {
                    try {
                        Thread.sleep(MOMENT);
                    } catch (InterruptedException e) {
                        return;
                    }
                    synchronized (this) {
                        if (turns == turn) {
                            lost("the connection to it was cut");
                        }
                    }
                });
    }
}
