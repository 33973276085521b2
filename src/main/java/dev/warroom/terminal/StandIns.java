package dev.warroom.terminal;

import dev.warroom.view.CellWidth;
import dev.warroom.view.Frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Lanterna is given in place of the glyphs that are more than one {@code char}: a character
 * with its marks, and whatever is beyond the first 65,536. Each gets a character from the private
 * area of Unicode, and is put back on its way out.
 */
final class StandIns {

    /** Stands in the cell that a wide character covers; nothing is sent for it. */
    static final char COVERED = '\uE000';

    private static final char FIRST = '\uE001';
    private static final char LAST = '\uF8FF';

    /** With more than this it is better to begin again than to run out. */
    private static final int CROWDED = 3_000;

    private final Map<String, Character> byGlyph = new HashMap<>();
    private final List<String> glyphs = new ArrayList<>();

    StandIns() {
        clear();
    }

    /** What Lanterna is given for {@code glyph}. */
    char of(String glyph) {
        if (glyph.equals(Frame.COVERED)) {
            return COVERED;
        }
        if (glyph.length() == 1 && !isPrivate(glyph)) {
            return glyph.charAt(0);
        }
        Character known = byGlyph.get(glyph);
        if (known == null) {
            // A frame with more than six thousand different ones shows question marks for the rest.
            boolean full = FIRST + glyphs.size() > LAST;
            known = full ? byGlyph.get("?".repeat(CellWidth.of(glyph))) : add(glyph);
        }
        return known;
    }

    /** The glyph that {@code character} stands for, which may be itself. */
    String glyph(String character) {
        return isPrivate(character) ? glyphs.get(character.charAt(0) - FIRST) : character;
    }

    /**
     * Whether {@link #clear} should be called, and everything drawn anew, before the next frame.
     */
    boolean crowded() {
        return glyphs.size() > CROWDED;
    }

    void clear() {
        byGlyph.clear();
        glyphs.clear();
        add("?");
        add("??");
    }

    private char add(String glyph) {
        char standIn = (char) (FIRST + glyphs.size());
        glyphs.add(glyph);
        byGlyph.put(glyph, standIn);
        return standIn;
    }

    private static boolean isPrivate(String glyph) {
        return glyph.charAt(0) >= '\uE000' && glyph.charAt(0) <= LAST;
    }
}
