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

    /** From one picture to the next, at least: more than a person sees is not worth the work. */
    private static final long LEAST_MILLIS = 10;

    /** At most, however much there was to send. */
    private static final long MOST_MILLIS = 40;

    /** Log lines that fly past ask for no more than this, in bytes a millisecond. */
    private static final long BYTES_A_MILLI = 75;

    /** So long after a key, pictures follow each other as fast as they can be drawn. */
    private static final long HURRY_NANOS = 50_000_000;

    private final Tty tty;
    private final RoomPainter painter;
    private final Runnable gone;
    private Room next;
    private boolean ended;
    private long hurried = System.nanoTime();

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
                long before = tty.sent();
                tty.draw(painter.paint(room));
                rest((tty.sent() - before) / BYTES_A_MILLI);
            }
        } catch (IOException | InterruptedException e) {
            gone.run();
        }
    }

    /** A key was pressed: what it does is to be seen at once. */
    synchronized void hurry() {
        hurried = System.nanoTime() + HURRY_NANOS;
        notifyAll();
    }

    private synchronized void rest(long millis) throws InterruptedException {
        long end = System.nanoTime() + Math.clamp(millis, LEAST_MILLIS, MOST_MILLIS) * 1_000_000;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            if (ended || hurried - System.nanoTime() > 0) {
                return;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
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
