package dev.warroom.logs;

import java.io.IOException;
import java.io.InputStream;

/** Stands before another shell; what is to be different there is the test's. */
public abstract class ShellBetween implements RemoteShell {

    private final RemoteShell shell;

    protected ShellBetween(RemoteShell shell) {
        this.shell = shell;
    }

    @Override
    public InputStream answers() {
        return shell.answers();
    }

    @Override
    public void say(String text) throws IOException {
        shell.say(text);
    }

    @Override
    public String lastWords() throws InterruptedException {
        return shell.lastWords();
    }

    @Override
    public void close() {
        shell.close();
    }
}
