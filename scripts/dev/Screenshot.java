import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a picture of what {@code tmux capture-pane -e} has caught: SVG whose text is text, a
 * rectangle for each coloured ground, one element for each run of the same style.
 *
 * <pre>java Screenshot.java CAPTURE SVG</pre>
 */
final class Screenshot {

    private static final double WIDTH = 8.4;
    private static final int HEIGHT = 18;
    private static final int MARGIN = 12;
    private static final String GROUND = "#1b1e24";
    private static final String TEXT = "#d8dee9";

    /** The sixteen colours of a terminal, dark ones first. */
    private static final String[] COLOURS = {
        "#2b303b", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d8dee9",
        "#6b7484", "#f07a83", "#a8d389", "#f0d08b", "#75bdf8", "#d68cec", "#6ac8d4", "#ffffff"
    };

    /** A run of characters that look the same. */
    private record Run(int column, String text, Style style) {}

    /** How characters look; colours are null where they are the terminal's own. */
    private record Style(String colour, String ground, boolean bold, boolean dim, boolean inverse) {
        static final Style PLAIN = new Style(null, null, false, false, false);

        Style with(int[] codes) {
            Style style = this;
            for (int i = 0; i < codes.length; i++) {
                int code = codes[i];
                if ((code == 38 || code == 48) && i + 2 < codes.length && codes[i + 1] == 5) {
                    String colour = COLOURS[codes[i + 2] & 15];
                    style = code == 38 ? style.coloured(colour) : style.on(colour);
                    i += 2;
                } else {
                    style = style.with(code);
                }
            }
            return style;
        }

        private Style with(int code) {
            if (code >= 30 && code <= 37) {
                return coloured(COLOURS[code - 30]);
            } else if (code >= 90 && code <= 97) {
                return coloured(COLOURS[code - 90 + 8]);
            } else if (code >= 40 && code <= 47) {
                return on(COLOURS[code - 40]);
            } else if (code >= 100 && code <= 107) {
                return on(COLOURS[code - 100 + 8]);
            }
            return switch (code) {
                case 0 -> PLAIN;
                case 1 -> new Style(colour, ground, true, dim, inverse);
                case 2 -> new Style(colour, ground, bold, true, inverse);
                case 22 -> new Style(colour, ground, false, false, inverse);
                case 7 -> new Style(colour, ground, bold, dim, true);
                case 27 -> new Style(colour, ground, bold, dim, false);
                case 39 -> coloured(null);
                case 49 -> on(null);
                default -> this;
            };
        }

        private Style coloured(String other) {
            return new Style(other, ground, bold, dim, inverse);
        }

        private Style on(String other) {
            return new Style(colour, other, bold, dim, inverse);
        }

        String front() {
            String own = colour == null ? TEXT : colour;
            return inverse ? (ground == null ? GROUND : ground) : own;
        }

        /** Null where it is the picture's own. */
        String back() {
            return inverse ? (colour == null ? TEXT : colour) : ground;
        }
    }

    public static void main(String[] args) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8);
        StringBuilder rows = new StringBuilder();
        int columns = 0;
        Style style = Style.PLAIN;
        for (int row = 0; row < lines.size(); row++) {
            List<Run> runs = new ArrayList<>();
            style = runs(lines.get(row), style, runs);
            for (Run run : runs) {
                draw(run, row, rows);
                columns = Math.max(columns, run.column() + width(run.text()));
            }
        }
        int wide = (int) Math.ceil(columns * WIDTH) + 2 * MARGIN;
        int high = lines.size() * HEIGHT + 2 * MARGIN;
        String svg =
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d">
                <style>text{font-family:ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;\
                font-size:14px;white-space:pre}</style>
                <rect width="100%%" height="100%%" rx="8" fill="%s"/>
                %s</svg>
                """
                        .formatted(wide, high, wide, high, GROUND, rows);
        Files.writeString(Path.of(args[1]), svg);
    }

    /** Cuts a line into runs; answers the style in which the next line begins. */
    private static Style runs(String line, Style first, List<Run> runs) {
        Style style = first;
        StringBuilder text = new StringBuilder();
        int column = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\033' && i + 1 < line.length() && line.charAt(i + 1) == '[') {
                int end = line.indexOf('m', i);
                column = close(runs, column, text, style);
                style = style.with(codes(line.substring(i + 2, end)));
                i = end;
            } else {
                text.append(line.charAt(i));
            }
        }
        close(runs, column, text, style);
        return style;
    }

    private static int close(List<Run> runs, int column, StringBuilder text, Style style) {
        int after = column + width(text.toString());
        if (!text.isEmpty()) {
            runs.add(new Run(column, text.toString(), style));
            text.setLength(0);
        }
        return after;
    }

    /** The screen that is caught has no wide characters. */
    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static int[] codes(String list) {
        if (list.isEmpty()) {
            return new int[] {0};
        }
        String[] words = list.split("[;:]");
        int[] codes = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            codes[i] = words[i].isEmpty() ? 0 : Integer.parseInt(words[i]);
        }
        return codes;
    }

    private static void draw(Run run, int row, StringBuilder to) {
        Style style = run.style();
        double left = MARGIN + run.column() * WIDTH;
        double length = width(run.text()) * WIDTH;
        int top = MARGIN + row * HEIGHT;
        if (style.back() != null) {
            to.append(
                    "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n"
                            .formatted(left, top, length, HEIGHT, style.back()));
        }
        if (run.text().isBlank()) {
            return;
        }
        String shown = run.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        to.append(
                "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" fill=\"%s\"%s%s>%s</text>\n"
                        .formatted(
                                left,
                                top + HEIGHT - 5,
                                length,
                                style.front(),
                                style.bold() ? " font-weight=\"bold\"" : "",
                                style.dim() ? " opacity=\"0.6\"" : "",
                                shown));
    }
}
