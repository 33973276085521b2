package dev.warroom.terminal;

import java.io.IOException;

/** What has the terminal for a while. */
@FunctionalInterface
public interface Guest {

    /**
     * Uses it; what is drawn and asked there is its business.
     *
     * @throws IOException with words for people where it cannot begin
     */
    void use() throws IOException, InterruptedException;
}
