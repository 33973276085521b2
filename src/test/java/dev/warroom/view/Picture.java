package dev.warroom.view;

import java.util.Map;

/** A frame as text that a person can check: what stands in it, and below that how it looks. */
final class Picture {

    private static final String LEGEND =
            "--- styles: . muted  a accent  g good  w warning  b bad; capitals bold;"
                    + " P plain bold, R reverse, ! warning reverse, # bad reverse ---\n";

    private static final Map<Ink, Character> LETTERS =
            Map.of(
                    Ink.PLAIN, 'p',
                    Ink.MUTED, '.',
                    Ink.ACCENT, 'a',
                    Ink.GOOD, 'g',
                    Ink.WARNING, 'w',
                    Ink.BAD, 'b');

    private Picture() {}

    static String of(Frame frame) {
        StringBuilder all = new StringBuilder(frame.text());
        all.append(LEGEND);
        for (int row = 0; row < frame.rows(); row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < frame.columns(); column++) {
                boolean covered = frame.glyph(column, row).equals(Frame.COVERED);
                line.append(covered ? "" : letter(frame, column, row));
            }
            all.append(line.toString().stripTrailing()).append('\n');
        }
        frame.cursor()
                .ifPresent(
                        it ->
                                all.append("--- cursor at column ")
                                        .append(it.column())
                                        .append(", row ")
                                        .append(it.row())
                                        .append(" ---\n"));
        return all.toString();
    }

    private static String letter(Frame frame, int column, int row) {
        Style style = frame.style(column, row);
        boolean wide =
                column + 1 < frame.columns() && frame.glyph(column + 1, row).equals(Frame.COVERED);
        char letter;
        if (style.reverse()) {
            letter = style.ink() == Ink.BAD ? '#' : style.ink() == Ink.WARNING ? '!' : 'R';
        } else if (frame.glyph(column, row).isBlank() || style.equals(Style.PLAIN)) {
            letter = ' ';
        } else {
            letter = LETTERS.get(style.ink());
            letter = style.bold() ? Character.toUpperCase(letter) : letter;
        }
        return Character.toString(letter).repeat(wide ? 2 : 1);
    }
}
