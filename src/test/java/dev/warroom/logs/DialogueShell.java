package dev.warroom.logs;

import dev.warroom.process.Dialogue;

import java.io.IOException;
import java.io.InputStream;

/** A shell that reads logs, started with a command line of the test's own. */
record DialogueShell(Dialogue child) implements RemoteShell {

    @Override
    public InputStream answers() {
        return child.answers();
    }

    @Override
    public void say(String text) throws IOException {
        child.say(text);
    }

    @Override
    public String lastWords() throws InterruptedException {
        child.exit();
        return child.complaints();
    }

    @Override
    public void close() {
        child.close();
    }
}
