package dev.warroom.cli;

import dev.warroom.text.Sanitiser;

/** What a person wrote, as a message can repeat it. */
final class Quoting {

    private static final int LONGEST = 60;

    private Quoting() {}

    /** Safe to draw, on one line, and cut where it is long. */
    static String briefly(String written) {
        String line = Sanitiser.line(written.replaceAll("\\R", " "));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
