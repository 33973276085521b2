package dev.warroom.terminal;

import org.jline.keymap.KeyMap;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;

import java.util.Map;

/** Reads lines until the terminal has ended, as surely as {@link SureEnd} asks for. */
final class SureLineReader extends LineReaderImpl {

    private final int believed;

    /**
     * @param variables as JLine names them
     * @param believed ends in a row that are believed; one where a Ctrl-D is none of the keys, but
     *     ends what the terminal keeps as a line
     */
    SureLineReader(Terminal terminal, Map<String, Object> variables, int believed) {
        super(terminal, "warroom", variables);
        this.believed = believed;
        setHistory(new DefaultHistory());
    }

    /** JLine answers nothing where it takes the input for ended. */
    @Override
    protected <T> T doReadBinding(KeyMap<T> keys, KeyMap<T> local) {
        T bound = super.doReadBinding(keys, local);
        for (int ends = 1; bound == null && ends < believed; ends++) {
            bound = super.doReadBinding(keys, local);
        }
        return bound;
    }
}
