package dev.warroom.terminal;

import dev.warroom.view.Frame;

import java.io.IOException;
import java.io.OutputStream;

/** A display on a terminal that takes everything and shows nothing; it counts what it was sent. */
public final class BlindDisplay {

    private final Display display;
    private long bytes;

    public BlindDisplay(int columns, int rows) throws IOException {
        OutputStream counting =
                new OutputStream() {
                    @Override
                    public void write(int one) {
                        bytes++;
                    }

                    @Override
                    public void write(byte[] some, int from, int count) {
                        bytes += count;
                    }
                };
        display = new Display(new Output(counting), new Palette(true), columns, rows);
    }

    public void draw(Frame frame) throws IOException {
        display.draw(frame);
    }

    /** Draws all of it, whatever has been drawn before. */
    public void drawWhole(Frame frame) throws IOException {
        display.forget();
        display.draw(frame);
    }

    public long bytes() {
        return bytes;
    }
}
