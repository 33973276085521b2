package dev.warroom.terminal;

import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.Signals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The terminal as lines: what is said goes above, what is typed below. Works on terminals that
 * cannot move their cursor, and where lines come from a file or a pipe.
 */
public final class LineTerminal implements AutoCloseable {

    /** Lines that are remembered from one sitting to the next. */
    private static final int HISTORY = 500;

    /** Lines that are kept while somebody else has the terminal. */
    private static final int MOST_HELD = 200;

    private static final char UNSEEN = '*';

    private final Terminal terminal;
    private final Attributes others;
    private final SureLineReader reader;
    private final Deque<String> held = new ArrayDeque<>();
    private boolean away;
    private long passedOver;
    private volatile List<String> words = List.of();

    LineTerminal(Terminal terminal, Path history) {
        this.terminal = terminal;
        DefaultParser plain = new DefaultParser();
        // What is typed is text: no quotes, no escapes, no second line because one is open.
        plain.setQuoteChars(new char[0]);
        plain.setEscapeChars(new char[0]);
        Map<String, Object> variables = new HashMap<>();
        variables.put(LineReader.HISTORY_FILE, history);
        variables.put(LineReader.HISTORY_SIZE, HISTORY);
        variables.put(LineReader.HISTORY_FILE_SIZE, HISTORY);
        int believed = terminal instanceof DumbTerminal ? 1 : SureEnd.BELIEVED;
        reader = new SureLineReader(terminal, variables, believed);
        reader.setParser(plain);
        reader.setCompleter((line, parsed, found) -> complete(parsed.line(), found));
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        reader.option(LineReader.Option.BRACKETED_PASTE, true);
        reader.option(LineReader.Option.HISTORY_TIMESTAMPED, false);
        others = terminal.getAttributes();
        take();
    }

    /**
     * What is typed or pasted between two lines is read with the next one, and as what it is: the
     * terminal itself would make lines of it, in which a Ctrl-D is lost and a paste is as if typed.
     */
    private void take() {
        terminal.enterRawMode();
        mark(LanternaTerminal.PASTE);
    }

    private void giveBack() {
        mark(LanternaTerminal.NO_PASTE);
        terminal.setAttributes(others);
    }

    private void mark(String pastes) {
        if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            terminal.writer().write(pastes);
            terminal.flush();
        }
    }

    /**
     * @param history where typed lines are kept, in a folder of this person's alone
     * @throws IOException if there is no terminal of any kind
     */
    public static LineTerminal open(Path history) throws IOException {
        Terminal terminal =
                TerminalBuilder.builder().system(true).dumb(true).name("warroom").build();
        return new LineTerminal(terminal, history);
    }

    /** What was typed, or how else the person answered. */
    public sealed interface Typed {

        record Text(String text) implements Typed {}

        /** Ctrl-C. */
        record Interrupted() implements Typed {}

        /** Ctrl-D, or the terminal is gone. */
        record Ended() implements Typed {}
    }

    /**
     * Waits for a line, and before that until the terminal is back: whoever reads from one that is
     * another's is stopped.
     *
     * @param offered what Tab completes to
     * @param remember whether it goes into the history; answers may be secrets
     * @param unseen whether it cannot be read on the screen while it is typed
     */
    public Typed read(String prompt, List<String> offered, boolean remember, boolean unseen) {
        words = offered;
        reader.setVariable(LineReader.DISABLE_HISTORY, !remember);
        // JLine takes a percent sign for the beginning of something to fill in.
        String shown = prompt.replace("%", "%%");
        try {
            atHome();
            return new Typed.Text(unseen ? reader.readLine(shown, UNSEEN) : reader.readLine(shown));
        } catch (UserInterruptException e) {
            return new Typed.Interrupted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Typed.Ended();
        } catch (EndOfFileException | java.io.IOError | IllegalStateException e) {
            if (terminal instanceof DumbTerminal) {
                // Elsewhere JLine ends the line; what comes next must not stand in this one.
                terminal.writer().println();
                terminal.flush();
            }
            return new Typed.Ended();
        } finally {
            // JLine has ended it with the line.
            mark(LanternaTerminal.PASTE);
        }
    }

    /**
     * Says lines that are safe to show; above the line that is being typed, where one is. What
     * comes while the terminal is handed over is said afterwards, the newest 200 lines of it.
     */
    public synchronized void say(List<String> lines) {
        if (away) {
            held.addAll(lines);
            for (; held.size() > MOST_HELD; passedOver++) {
                held.removeFirst();
            }
        } else if (!lines.isEmpty()) {
            reader.printAbove(String.join(System.lineSeparator(), lines));
            terminal.flush();
        }
    }

    /**
     * Gives the terminal away and takes it back as it was; waits for that. To be called while no
     * line is being read.
     *
     * @throws IOException as {@code guest} throws it, or where lines come from no terminal
     */
    public void handOver(Guest guest) throws IOException {
        if (System.console() == null || !System.console().isTerminal()) {
            throw new IOException(
                    "it wants a terminal, and there is none here: run it by hand, and type done");
        }
        setAway(true);
        giveBack();
        try {
            guest.use();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            take();
            LeftBehind.drop(terminal);
            setAway(false);
        }
    }

    private synchronized void atHome() throws InterruptedException {
        while (away) {
            wait();
        }
    }

    private synchronized void setAway(boolean now) {
        away = now;
        notifyAll();
        if (away) {
            return;
        }
        List<String> meanwhile = new ArrayList<>(held);
        if (passedOver > 0) {
            meanwhile.addFirst("(" + passedOver + " lines that came meanwhile are not shown)");
        }
        held.clear();
        passedOver = 0;
        say(meanwhile);
    }

    /** What Ctrl-C does while no line is being typed; on a dumb terminal, always. */
    public void onInterrupt(Runnable interrupted) {
        if (terminal instanceof DumbTerminal) {
            // JLine leaves its signals alone.
            Signals.register("INT", interrupted);
        } else {
            terminal.handle(Signal.INT, signal -> interrupted.run());
        }
    }

    @Override
    public void close() {
        try {
            reader.getHistory().save();
        } catch (IOException e) {
            // The history is a comfort; without it everything works.
        }
        try {
            giveBack();
            terminal.close();
        } catch (IOException | java.io.IOError e) {
            // It is gone.
        }
    }

    /** Whole lines are completed, so that a title with blanks is one candidate. */
    private void complete(String typed, List<Candidate> found) {
        int cut = typed.lastIndexOf(' ') + 1;
        Optional<String> before =
                cut == 0 ? Optional.empty() : Optional.of(typed.substring(0, cut));
        for (String word : words) {
            if (before.isEmpty()) {
                found.add(new Candidate(word));
            } else if (word.startsWith(before.get())) {
                found.add(new Candidate(word.substring(cut)));
            }
        }
    }
}
