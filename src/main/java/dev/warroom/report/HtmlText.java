package dev.warroom.report;

import dev.warroom.incident.OneLine;

/** Text from people and programs, as HTML and SVG show it and nothing else. */
final class HtmlText {

    private HtmlText() {}

    /** One line, at most {@code most} characters of it. */
    static String line(String text, int most) {
        String line = OneLine.of(text);
        if (line.length() > most) {
            boolean split = Character.isHighSurrogate(line.charAt(most - 1));
            line = line.substring(0, split ? most - 1 : most) + "…";
        }
        return Html.escaped(line);
    }
}
