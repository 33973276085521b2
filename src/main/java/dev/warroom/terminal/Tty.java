package dev.warroom.terminal;

import dev.warroom.view.Frame;

import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.InfoCmp;

import java.io.ByteArrayOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/**
 * The terminal that the room is shown on. Whoever opens one closes it; the Java runtime's end, by a
 * signal too, closes it as well.
 */
public final class Tty implements AutoCloseable {

    private static final String RETURN = "\u001b[?1049h\u001b[?25l" + LanternaTerminal.PASTE;
    private static final String LEAVE =
            LanternaTerminal.NO_PASTE + "\u001b[0m\u001b[?25h\u001b[?1049l";

    private static final long SLICE_MILLIS = 200;

    private final Terminal terminal;
    private final Attributes before;
    private final Output output;
    private final Display display;
    private final Runnable lineSettings;
    private final Thread atExit = new Thread(this::close, "restore-terminal");
    private final ReentrantLock keys = new ReentrantLock(true);
    private final SureEnd sure = new SureEnd(this::readOnce);
    private volatile Size size;
    private boolean closed;
    private volatile BiConsumer<Integer, Integer> resized = (columns, rows) -> {};

    Tty(Terminal terminal, Palette palette, Runnable lineSettings) throws IOException {
        this.lineSettings = lineSettings;
        this.terminal = terminal;
        before = terminal.enterRawMode();
        size = terminal.getSize();
        output = new Output(terminal.output());
        Runtime.getRuntime().addShutdownHook(atExit);
        display = new Display(output, palette, size.getColumns(), size.getRows());
    }

    /**
     * Takes the terminal of this process.
     *
     * @param environment what the person's shell says: TERM, NO_COLOR
     * @param lineSettings sets back what JLine forgets of the line when it sets its modes: its
     *     speed and its discipline; run after JLine has restored the rest
     * @throws NoTerminalException if there is none, or none with a screen
     */
    public static Tty open(Map<String, String> environment, Runnable lineSettings)
            throws NoTerminalException {
        String term = screenTerm(environment);
        // What the terminal can do is never asked of JLine. This saves it from starting a program
        // that looks it up, or from reading some long text of its own.
        InfoCmp.setLoadedInfoCmp(term, term + "|not asked,");
        boolean coloured = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return taking(
                () -> {
                    // JLine's builder does the same, but only after all other ways.
                    TerminalProvider provider = new JniTerminalProvider();
                    if (!provider.isSystemStream(SystemStream.Input)
                            || !provider.isSystemStream(SystemStream.Output)) {
                        throw new IOException("no terminal on the input or output");
                    }
                    // Not the default: JLine would hand INT back to the kernel, which ends the
                    // process without a word to the program.
                    return system(provider, "war room", term, SignalHandler.SIG_IGN);
                },
                new Palette(coloured),
                lineSettings);
    }

    /** Opens a terminal. */
    @FunctionalInterface
    interface Opening {
        Terminal open() throws IOException;
    }

    static Tty taking(Opening opening, Palette palette, Runnable lineSettings)
            throws NoTerminalException {
        try {
            return new Tty(opening.open(), palette, lineSettings);
        } catch (IOException | LinkageError e) {
            throw noTerminal();
        } catch (IOError e) {
            throw new NoTerminalException(
                    "The terminal went away while the war room started: open it again in another"
                            + " one. Steps that run go on.");
        }
    }

    /** The terminal that the program was started in, in UTF-8. */
    static Terminal system(
            TerminalProvider provider, String name, String term, SignalHandler onSignal)
            throws IOException {
        return provider.sysTerminal(
                name,
                term,
                false,
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_8,
                true,
                onSignal,
                false,
                SystemStream.Output);
    }

    /**
     * Says at once where {@link #open} would fail.
     *
     * @throws NoTerminalException if there is no terminal, or none with a screen
     */
    public static void require(Map<String, String> environment) throws NoTerminalException {
        screenTerm(environment);
        if (System.console() == null || !System.console().isTerminal()) {
            throw noTerminal();
        }
    }

    private static String screenTerm(Map<String, String> environment) throws NoTerminalException {
        String term = environment.getOrDefault("TERM", "");
        if (term.isEmpty() || term.equals("dumb")) {
            throw new NoTerminalException(
                    (term.isEmpty() ? "TERM is not set" : "TERM is \"" + term + "\"")
                            + ": a terminal with a screen is needed, such as TERM=xterm-256color."
                            + " Without one, use: warroom run RUNBOOK");
        }
        return term;
    }

    private static NoTerminalException noTerminal() {
        return new NoTerminalException(
                "There is no terminal here: the war room needs one on its input and output (with"
                        + " ssh: ssh -t HOST …). Without one, use: warroom run RUNBOOK");
    }

    /** Whether the person's terminal shows more than ASCII, as the locale says. */
    public static boolean unicode(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                String upper = value.toUpperCase(java.util.Locale.ROOT);
                return upper.contains("UTF-8") || upper.contains("UTF8");
            }
        }
        return Charset.defaultCharset().equals(StandardCharsets.UTF_8)
                && environment.containsKey("LANG");
    }

    public int columns() {
        return size().getColumns();
    }

    public int rows() {
        return size().getRows();
    }

    /** As it was last where the terminal is gone: whoever reads keys from it finds that out. */
    private Size size() {
        try {
            size = terminal.getSize();
        } catch (IOError | IllegalStateException e) {
            return size;
        }
        return size;
    }

    /**
     * Tells {@code resized} each new size, columns first, and after the process was stopped and
     * goes on.
     */
    public void onResize(BiConsumer<Integer, Integer> resized) {
        this.resized = resized;
        terminal.handle(Signal.WINCH, signal -> tellSize(resized));
        terminal.handle(
                Signal.CONT,
                signal -> {
                    takeKeys();
                    show();
                    tellSize(resized);
                });
    }

    private void tellSize(BiConsumer<Integer, Integer> resized) {
        resized.accept(columns(), rows());
    }

    /**
     * What signals from outside ask for.
     *
     * @param end ends the program with the exit code it is given, 128 + the signal's number
     * @param stop stops this process until it is told to go on
     */
    public void onSignals(IntConsumer end, Runnable stop) {
        terminal.handle(Signal.INT, signal -> end.accept(128 + 2));
        terminal.handle(Signal.QUIT, signal -> end.accept(128 + 3));
        terminal.handle(
                Signal.TSTP,
                signal -> {
                    suspend();
                    stop.run();
                });
    }

    /**
     * Gives the terminal away, as it was before the room, and takes it back; waits for that. No key
     * is read and nothing is drawn meanwhile.
     *
     * @throws IOException as {@code guest} throws it
     */
    public void handOver(Guest guest) throws IOException {
        // Whoever reads keys comes back from it within a slice.
        keys.lock();
        try {
            suspend();
            guest.use();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Before anything is drawn: who sees the room again types for it.
            takeKeys();
            LeftBehind.drop(terminal);
            show();
            keys.unlock();
            tellSize(resized);
        }
    }

    /** The terminal is the shell's for a while. */
    private void suspend() {
        try {
            output.pause(LEAVE);
            terminal.setAttributes(before);
            lineSettings.run();
        } catch (IOException | IOError | IllegalStateException e) {
            // It is gone or closed; whoever reads keys from it finds out.
        }
    }

    private void takeKeys() {
        try {
            terminal.enterRawMode();
        } catch (IOError | IllegalStateException e) {
            // It is gone or closed; whoever reads keys from it finds out.
        }
    }

    private void show() {
        try {
            output.resume(RETURN);
            repaint();
        } catch (IOException | IOError | IllegalStateException e) {
            // As above.
        }
    }

    private synchronized void repaint() {
        display.forget();
    }

    /** Where keys come from. */
    public KeyDecoder keys() {
        return new KeyDecoder(
                millis -> {
                    try {
                        return read(millis);
                    } catch (IOException | IOError | IllegalStateException e) {
                        // The terminal went away, or was closed at the end.
                        return KeyDecoder.Source.END;
                    }
                });
    }

    private int readOnce(long millis) throws IOException {
        return terminal.reader().read(millis);
    }

    /**
     * Reads in slices, between which the terminal can be handed over.
     *
     * @param millis how long to wait; 0 waits for ever
     */
    private int read(long millis) throws IOException {
        long left = millis;
        while (true) {
            long slice = millis == 0 ? SLICE_MILLIS : Math.min(left, SLICE_MILLIS);
            keys.lock();
            try {
                int read = sure.read(slice);
                left -= slice;
                if (read != KeyDecoder.Source.NOTHING || millis != 0 && left <= 0) {
                    return read;
                }
            } finally {
                keys.unlock();
            }
        }
    }

    /** Bytes sent so far. */
    public long sent() {
        return output.sent();
    }

    /**
     * The first frame takes the screen; before it, nothing is sent at all.
     *
     * @throws IOException if the terminal is gone
     */
    public synchronized void draw(Frame frame) throws IOException {
        display.draw(frame);
    }

    /**
     * A sequence that draws nothing, between two frames.
     *
     * @throws IOException if the terminal is gone
     */
    public void send(String sequence) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(sequence.getBytes(StandardCharsets.US_ASCII));
        output.write(bytes);
    }

    /** Gives the terminal back as it was. Does nothing the second time. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            output.close(LEAVE);
        } catch (IOException | IOError e) {
            // It is gone: there is nothing to restore.
        }
        try {
            // Sets the modes back, unless JLine's own hook has done so already.
            terminal.close();
        } catch (IOException | IOError e) {
            // As above.
        }
        lineSettings.run();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The runtime is ending, and the hook is what called this.
        }
    }
}
