package dev.warroom.terminal;

import dev.warroom.view.Frame;

import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Draws on nothing, the way {@link Tty} draws on a terminal. */
public final class Rehearsal {

    private final Display display;

    public Rehearsal() throws IOException {
        display =
                new Display(
                        new Output(OutputStream.nullOutputStream()), new Palette(true), 150, 50);
        // As much of JLine as there is without a terminal.
        try (Terminal terminal =
                TerminalBuilder.builder()
                        .system(false)
                        .streams(
                                new ByteArrayInputStream("j".getBytes(StandardCharsets.US_ASCII)),
                                OutputStream.nullOutputStream())
                        .type("xterm-256color")
                        .encoding(StandardCharsets.UTF_8)
                        .jni(true)
                        .ffm(false)
                        .exec(false)
                        .jna(false)
                        .jansi(false)
                        .build()) {
            terminal.enterRawMode();
            terminal.reader().peek(1);
        }
    }

    public void draw(Frame frame) throws IOException {
        display.draw(frame);
    }
}
