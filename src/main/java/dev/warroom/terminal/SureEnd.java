package dev.warroom.terminal;

import java.io.IOException;

/**
 * Keys that end only where they end again and again. JLine takes a read that came back with nothing
 * before half of the terminal's own time had passed for the end of input. Where a virtual machine
 * was not run for a moment, its kernel's ticks come all at once, and such a read comes back early
 * although the terminal is there; of one that is gone, each read says so at once.
 */
final class SureEnd implements KeyDecoder.Source {

    /** Ends in a row that are believed: it takes no time where the terminal is gone. */
    static final int BELIEVED = 8;

    private final KeyDecoder.Source source;

    SureEnd(KeyDecoder.Source source) {
        this.source = source;
    }

    @Override
    public int read(long millis) throws IOException {
        int read = source.read(millis);
        for (int ends = 1; read == END && ends < BELIEVED; ends++) {
            read = source.read(millis);
        }
        return read;
    }
}
