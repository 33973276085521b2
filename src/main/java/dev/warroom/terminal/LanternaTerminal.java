package dev.warroom.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;

import dev.warroom.view.CellWidth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What Lanterna's screen draws on. It gathers a frame and sends it in one write.
 *
 * <p>Lanterna and terminals differ on how wide some characters are. So this keeps both positions,
 * where Lanterna believes the cursor to be and where it is, and moves the cursor when they part.
 */
final class LanternaTerminal extends ANSITerminal {

    /** Pasted text comes in brackets. */
    static final String PASTE = "\u001b[?2004h";

    static final String NO_PASTE = "\u001b[?2004l";

    private final Output output;
    private final StandIns standIns;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream(16_384);
    private TerminalSize size;
    private int row;
    private int believed;
    private int actual;

    LanternaTerminal(Output output, StandIns standIns, TerminalSize size) {
        super(
                InputStream.nullInputStream(),
                java.io.OutputStream.nullOutputStream(),
                StandardCharsets.UTF_8);
        this.output = output;
        this.standIns = standIns;
        this.size = size;
    }

    /** Takes the screen, and tells pasted text from keys from now on. */
    @Override
    public void enterPrivateMode() throws IOException {
        writeToTerminal(PASTE.getBytes(StandardCharsets.US_ASCII));
        super.enterPrivateMode();
    }

    /** From now on the terminal counts as this large. */
    void resize(TerminalSize to) throws IOException {
        size = to;
        getTerminalSize();
    }

    @Override
    protected TerminalSize findTerminalSize() {
        return size;
    }

    @Override
    public void setCursorPosition(int column, int line) throws IOException {
        super.setCursorPosition(column, line);
        row = line;
        believed = column;
        actual = column;
    }

    @Override
    public void putString(String character) throws IOException {
        if (character.charAt(0) == StandIns.COVERED) {
            believed++;
            return;
        }
        if (believed != actual) {
            super.setCursorPosition(believed, row);
            actual = believed;
        }
        String glyph = standIns.glyph(character);
        writeToTerminal(glyph.getBytes(StandardCharsets.UTF_8));
        boolean ascii = glyph.length() == 1 && glyph.charAt(0) < 0x7F;
        believed++;
        actual += ascii ? 1 : CellWidth.of(glyph);
    }

    @Override
    protected void writeToTerminal(byte... bytes) {
        frame.write(bytes, 0, bytes.length);
    }

    @Override
    public void flush() throws IOException {
        output.write(frame);
        frame.reset();
    }
}
