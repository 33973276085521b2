package dev.warroom.cli;

import dev.warroom.room.Room;
import dev.warroom.terminal.Tty;
import dev.warroom.view.RoomPainter;

import java.io.IOException;

/**
 * Paints on a thread of its own, so that a slow line never holds up the loop: while a picture is on
 * its way newer rooms replace each other, and only the newest is painted.
 */
final class Painting {

    /**
     * At most about 50 pictures a second: more than a person sees, and less than a log can ask for.
     */
    private static final long LEAST_MILLIS = 20;

    private final Tty tty;
    private final RoomPainter painter;
    private final Runnable gone;
    private Room next;
    private boolean ended;

    /**
     * @param gone told once when the terminal takes no more pictures
     */
    Painting(Tty tty, RoomPainter painter, Runnable gone) {
        this.tty = tty;
        this.painter = painter;
        this.gone = gone;
        Thread.ofPlatform().daemon().name("painting").start(this::run);
    }

    synchronized void show(Room room) {
        next = room;
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    private void run() {
        try {
            for (Room room = take(); room != null; room = take()) {
                long began = System.nanoTime();
                tty.draw(painter.paint(room));
                long took = (System.nanoTime() - began) / 1_000_000;
                if (took < LEAST_MILLIS) {
                    Thread.sleep(LEAST_MILLIS - took);
                }
            }
        } catch (IOException | InterruptedException e) {
            gone.run();
        }
    }

    private synchronized Room take() throws InterruptedException {
        while (next == null && !ended) {
            wait();
        }
        Room taken = ended ? null : next;
        next = null;
        return taken;
    }
}
