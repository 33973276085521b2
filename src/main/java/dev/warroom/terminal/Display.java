package dev.warroom.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import com.googlecode.lanterna.screen.TerminalScreen;

import dev.warroom.view.Frame;
import dev.warroom.view.Style;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

/** Frames on a terminal, by Lanterna's screen: only what has changed is sent. */
final class Display {

    /** Characters kept ready; making one costs more than drawing it. */
    private static final int MOST_READY = 8_192;

    private final LanternaTerminal terminal;
    private final TerminalScreen screen;
    private final Palette palette;
    private final Map<Style, TextCharacter[]> ascii = new HashMap<>();
    private final Map<Glyph, TextCharacter> others = new HashMap<>();
    private final StandIns standIns = new StandIns();
    private Style inHand = Style.PLAIN;
    private TextCharacter[] ready = readyIn(inHand);
    private TerminalSize size;
    private boolean whole = true;

    /** What is on the terminal, unless it is to be drawn whole. */
    private Frame drawn = new Frame(0, 0);

    private record Glyph(String text, Style style) {}

    Display(Output output, Palette palette, int columns, int rows) throws IOException {
        size = new TerminalSize(Math.max(1, columns), Math.max(1, rows));
        terminal = new LanternaTerminal(output, standIns, size);
        screen = new TerminalScreen(terminal, OneCell.BLANK);
        screen.setCursorPosition(null);
        this.palette = palette;
    }

    /** The next frame is drawn whole, whatever is on the terminal now. */
    void forget() {
        whole = true;
    }

    /** The first frame takes the screen. */
    void draw(Frame frame) throws IOException {
        if (frame.columns() < 1 || frame.rows() < 1) {
            return;
        }
        screen.startScreen();
        if (size.getColumns() != frame.columns() || size.getRows() != frame.rows()) {
            size = new TerminalSize(frame.columns(), frame.rows());
            terminal.resize(size);
            screen.doResizeIfNecessary();
            whole = true;
        }
        if (standIns.crowded()) {
            standIns.clear();
            others.clear();
            whole = true;
        }
        if (!whole && frame.sameAs(drawn)) {
            return;
        }
        for (int row = 0; row < frame.rows(); row++) {
            for (int column = 0; column < frame.columns(); column++) {
                if (!whole && frame.sameAs(drawn, column, row)) {
                    continue;
                }
                screen.setCharacter(
                        column, row, character(frame.glyph(column, row), frame.style(column, row)));
            }
        }
        screen.setCursorPosition(
                frame.cursor().map(it -> new TerminalPosition(it.column(), it.row())).orElse(null));
        screen.refresh(whole ? RefreshType.COMPLETE : RefreshType.DELTA);
        whole = false;
        drawn = frame;
    }

    private TextCharacter character(String glyph, Style style) {
        if (glyph.length() == 1 && glyph.charAt(0) < 0x7F) {
            if (style != inHand) {
                inHand = style;
                ready = readyIn(style);
            }
            char c = glyph.charAt(0);
            if (ready[c] == null) {
                ready[c] = made(glyph, style);
            }
            return ready[c];
        }
        if (others.size() >= MOST_READY) {
            others.clear();
        }
        return others.computeIfAbsent(new Glyph(glyph, style), it -> made(it.text(), it.style()));
    }

    private TextCharacter[] readyIn(Style style) {
        return ascii.computeIfAbsent(style, it -> new TextCharacter[0x7F]);
    }

    private TextCharacter made(String glyph, Style style) {
        if (glyph.equals(" ") && style.equals(Style.PLAIN)) {
            return OneCell.BLANK;
        }
        EnumSet<SGR> modifiers = EnumSet.noneOf(SGR.class);
        if (style.bold()) {
            modifiers.add(SGR.BOLD);
        }
        if (style.reverse()) {
            modifiers.add(SGR.REVERSE);
        }
        return new OneCell(standIns.of(glyph), palette.of(style.ink()), modifiers);
    }
}
