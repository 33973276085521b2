package dev.warroom.terminal;

import org.jline.nativ.JLineNativeLoader;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.impl.PosixSysTerminal;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A terminal that nobody looks at, of 150x50, which is opened and used as a person's is. It serves
 * to bring everything up once that a start needs.
 */
public final class Rehearsal implements AutoCloseable {

    private final Duration patience;
    private final Pty pty;
    private final StringBuilder shown = new StringBuilder();

    /**
     * Keeps JLine's native part in {@code folder}, where JLine finds it when its property
     * library.jline.path says so.
     */
    public static void keepNativePart(Path folder) throws IOException {
        JLineNativeLoader.initialize();
        try (InputStream part =
                URI.create(JLineNativeLoader.getNativeLibrarySourceUrl()).toURL().openStream()) {
            Files.copy(part, folder.resolve(System.mapLibraryName("jlinenative")));
        }
    }

    /**
     * @param patience the longest that anything is waited for
     */
    public Rehearsal(Duration patience) throws IOException {
        this.patience = patience;
        Attributes usual = new Attributes();
        usual.setLocalFlag(Attributes.LocalFlag.ICANON, true);
        pty = new JniTerminalProvider().open(usual, new Size(150, 50));
        Thread.ofPlatform().daemon().name("rehearsal").start(this::watch);
    }

    /**
     * The terminal as the room gets it.
     *
     * @throws NoTerminalException if the rehearsal was closed meanwhile
     */
    public Tty open() throws NoTerminalException {
        try {
            // Looks for the person's terminal as well: the launcher sees to it that there is none.
            Tty.open(Map.of("TERM", "xterm-256color"), () -> {}).close();
        } catch (NoTerminalException e) {
            // Everything was loaded on the way here.
        }
        return Tty.taking(
                () ->
                        new PosixSysTerminal(
                                "rehearsal",
                                "xterm-256color",
                                pty,
                                StandardCharsets.UTF_8,
                                true,
                                SignalHandler.SIG_IGN),
                new Palette(true),
                () -> {});
    }

    public void press(String keys) throws IOException {
        pty.getMasterOutput().write(keys.getBytes(StandardCharsets.UTF_8));
        pty.getMasterOutput().flush();
    }

    /**
     * Returns when all {@code texts} have been drawn since the last call.
     *
     * @throws IOException if it takes longer than there is patience
     */
    public void await(String... texts) throws IOException, InterruptedException {
        long limit = System.nanoTime() + patience.toNanos();
        synchronized (shown) {
            while (!List.of(texts).stream().allMatch(it -> shown.indexOf(it) >= 0)) {
                long left = (limit - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new IOException(List.of(texts) + " were never all drawn");
                }
                shown.wait(left);
            }
            shown.setLength(0);
        }
    }

    private void watch() {
        byte[] some = new byte[16_384];
        try {
            InputStream in = pty.getMasterInput();
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                synchronized (shown) {
                    shown.append(new String(some, 0, count, StandardCharsets.US_ASCII));
                    shown.notifyAll();
                }
            }
        } catch (IOException e) {
            // The other side was closed: the rehearsal is over.
            return;
        }
    }

    /** Ends what is going on in the terminal, as when somebody closes its window. */
    @Override
    public void close() throws IOException {
        pty.close();
    }
}
