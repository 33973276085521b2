package dev.warroom.cli;

import dev.warroom.delivery.Delivery;
import dev.warroom.room.Size;

import java.io.PrintWriter;

/** Shows how much has been sent: in one line of a terminal, elsewhere a line for each tenth. */
final class PushProgress implements Delivery.Progress {

    private final PrintWriter out;
    private final boolean terminal;
    private long shown = -1;

    PushProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void at(long bytes, long all) {
        long steps = terminal ? 100 : 10;
        long step = all == 0 ? steps : bytes * steps / all;
        if (step == shown) {
            return;
        }
        if (shown < 0 && bytes > 0) {
            line(Size.words(bytes) + " of " + Size.words(all) + " are there already");
            if (terminal) {
                out.println();
            }
        }
        shown = step;
        line("%3d %%  %s of %s".formatted(bytes * 100 / all, Size.words(bytes), Size.words(all)));
        if (bytes == all) {
            end();
            out.println("Unpacking, and starting it once …");
        }
    }

    private void line(String text) {
        out.print(terminal ? "\r" + text + "\u001b[K" : text + "\n");
        out.flush();
    }

    /** Whatever comes next stands in a line of its own. */
    void end() {
        if (terminal && shown >= 0) {
            out.println();
        }
        shown = -1;
    }
}
