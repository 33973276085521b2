package dev.warroom.view;

/**
 * How a cell looks.
 *
 * @param reverse ink and paper changed round
 */
public record Style(Ink ink, boolean bold, boolean reverse) {

    public static final Style PLAIN = new Style(Ink.PLAIN, false, false);
    public static final Style BOLD = new Style(Ink.PLAIN, true, false);
    public static final Style MUTED = new Style(Ink.MUTED, false, false);
    public static final Style ACCENT = new Style(Ink.ACCENT, false, false);
    public static final Style ACCENT_BOLD = new Style(Ink.ACCENT, true, false);
    public static final Style GOOD = new Style(Ink.GOOD, false, false);
    public static final Style WARNING = new Style(Ink.WARNING, false, false);
    public static final Style BAD = new Style(Ink.BAD, false, false);
    public static final Style BAD_BOLD = new Style(Ink.BAD, true, false);
    public static final Style BAD_REVERSE = new Style(Ink.BAD, true, true);
    public static final Style WARNING_REVERSE = new Style(Ink.WARNING, true, true);
    public static final Style BAR = new Style(Ink.PLAIN, false, true);

    /** The same with ink and paper changed round. */
    public Style reversed() {
        return new Style(ink, bold, true);
    }

    /** The same in bold. */
    public Style strong() {
        return new Style(ink, true, reverse);
    }
}
