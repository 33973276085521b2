package dev.warroom.terminal;

import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.utils.InfoCmp;
import org.jline.utils.NonBlockingReader;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many cells the terminal of this process moves its cursor for some characters: each is written
 * at the beginning of a line, the terminal is asked where its cursor is, and the line is cleared.
 */
public final class CursorWidths {

    private static final String ASK = "\u001b[6n";
    private static final String CLEAR = "\r\u001b[K";
    private static final Pattern ANSWER = Pattern.compile("\u001b\\[\\d+;(\\d+)R");

    /** A connection around the world and back. */
    private static final long LIMIT_MILLIS = 1_000;

    private static final int LONGEST_ANSWER = 32;

    private CursorWidths() {}

    /**
     * Asks.
     *
     * @param term the kind of terminal, as TERM has it
     * @param texts what is measured
     * @return the cells of each; empty where there is no terminal, or it does not answer within 1 s
     */
    public static Optional<Map<String, Integer>> of(String term, List<String> texts) {
        InfoCmp.setLoadedInfoCmp(term, term + "|not asked,");
        try (Terminal terminal =
                Tty.system(new JniTerminalProvider(), "doctor", term, SignalHandler.SIG_DFL)) {
            Attributes before = terminal.enterRawMode();
            try {
                return measured(terminal, texts);
            } finally {
                terminal.setAttributes(before);
            }
        } catch (IOException | LinkageError e) {
            return Optional.empty();
        }
    }

    static Optional<Map<String, Integer>> measured(Terminal terminal, List<String> texts)
            throws IOException {
        Map<String, Integer> cells = new LinkedHashMap<>();
        for (String text : texts) {
            terminal.writer().print(CLEAR + text + ASK);
            terminal.writer().flush();
            Matcher answer = ANSWER.matcher(answer(terminal.reader()));
            terminal.writer().print(CLEAR);
            terminal.writer().flush();
            if (!answer.find()) {
                return Optional.empty();
            }
            cells.put(text, Integer.parseInt(answer.group(1)) - 1);
        }
        return Optional.of(cells);
    }

    /** What comes until the end of an answer, or for as long as is waited for one. */
    private static String answer(NonBlockingReader reader) throws IOException {
        StringBuilder read = new StringBuilder();
        long deadline = System.nanoTime() + LIMIT_MILLIS * 1_000_000;
        while (read.length() < LONGEST_ANSWER && System.nanoTime() < deadline) {
            int character = reader.read(LIMIT_MILLIS);
            if (character < 0) {
                break;
            }
            read.append((char) character);
            if (character == 'R') {
                break;
            }
        }
        return read.toString();
    }
}
