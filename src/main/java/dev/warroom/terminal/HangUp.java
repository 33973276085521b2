package dev.warroom.terminal;

import org.jline.utils.Signals;

/** The terminal or the connection that the program was started from is gone: SIGHUP. */
public final class HangUp {

    private HangUp() {}

    /**
     * @param then instead of the program's end, which is its business now; on a thread of its own
     */
    public static void on(Runnable then) {
        Signals.register("HUP", then);
    }
}
