package dev.warroom.report;

import dev.warroom.figures.Curve;
import dev.warroom.figures.Curve.Point;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A curve as SVG within HTML, and as a line of text. */
final class CurveDrawing {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 150;
    private static final int LEFT = 70;
    private static final int RIGHT = 10;
    private static final int TOP = 12;
    private static final int BOTTOM = 26;

    private static final String BARS = "▁▂▃▄▅▆▇█";

    private final Curve curve;
    private final ZoneId zone;
    private final double top;

    CurveDrawing(Curve curve, ZoneId zone) {
        this.curve = curve;
        this.zone = zone;
        double largest = values().max().orElse(0);
        // The target is in the picture unless the curve lies far below it.
        top = Math.max(Math.max(largest, curve.target()) * 1.1, 1e-9);
    }

    private java.util.stream.DoubleStream values() {
        return curve.points().stream()
                .map(Point::value)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble);
    }

    /** Whether there is anything to draw. */
    boolean empty() {
        return values().findAny().isEmpty();
    }

    /** What one would see, for those who do not. */
    String words() {
        if (empty()) {
            return curve.name() + ": nobody watched.";
        }
        return curve.name()
                + ": at most "
                + value(values().max().orElse(0))
                + ", at the end "
                + value(values().reduce((first, last) -> last).orElse(0))
                + "; target "
                + value(curve.target())
                + ".";
    }

    /** {@code 12.5 ms}. */
    private String value(double value) {
        String number =
                String.format(
                        Locale.ROOT, value >= 100 ? "%.0f" : value >= 1 ? "%.1f" : "%.3f", value);
        String brief =
                number.contains(".")
                        ? number.replaceFirst("0+$", "").replaceFirst("\\.$", "")
                        : number;
        return brief + " " + curve.unit();
    }

    /** One character a point, the lowest for nothing; a dot where nobody watched. */
    String line() {
        StringBuilder line = new StringBuilder();
        for (Point point : curve.points()) {
            if (point.value().isEmpty()) {
                line.append('·');
            } else {
                double share = point.value().getAsDouble() / top;
                int at =
                        Math.clamp(
                                (long) Math.ceil(share * BARS.length()) - 1, 0, BARS.length() - 1);
                line.append(BARS.charAt(at));
            }
        }
        return line.toString();
    }

    /** Curves in words, and as lines; empty where there are none, or nobody watched. */
    static String markdown(List<Curve> curves, ZoneId zone) {
        StringBuilder out = new StringBuilder();
        for (Curve curve : curves) {
            CurveDrawing drawing = new CurveDrawing(curve, zone);
            if (!drawing.empty()) {
                out.append(Markdown.line(drawing.words()))
                        .append("\n\n```text\n")
                        .append(drawing.line())
                        .append("\n```\n\n");
            }
        }
        return out.toString().stripTrailing() + (out.isEmpty() ? "" : "\n");
    }

    /** A figure with the curve in it. */
    void draw(Html html) {
        html.open("figure").element("figcaption", curve.name());
        String id = "curve-" + curve.id();
        html.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "role",
                "img",
                "aria-labelledby",
                id);
        html.element("title", words(), "id", id);
        frame(html);
        level(html, curve.target(), "target " + value(curve.target()));
        for (String path : paths()) {
            html.element(
                    "path",
                    "",
                    "d",
                    path,
                    "fill",
                    "none",
                    "stroke",
                    "var(--curve, var(--mark))",
                    "stroke-width",
                    "1.5",
                    "stroke-linecap",
                    "round");
        }
        html.close().close();
    }

    private void frame(Html html) {
        String floor = number(y(0));
        html.element(
                "path",
                "",
                "d",
                "M" + LEFT + " " + TOP + "V" + floor + "H" + (WIDTH - RIGHT),
                "fill",
                "none",
                "stroke",
                "var(--line)");
        label(html, LEFT - 6, y(0) + 4, "end", "0");
        label(html, LEFT - 6, y(top / 1.1) + 4, "end", value(top / 1.1));
        List<Point> points = curve.points();
        if (points.isEmpty()) {
            return;
        }
        Instant begin = points.getFirst().from();
        Instant end = points.getLast().from().plus(curve.step());
        label(html, LEFT, HEIGHT - 6, "start", time(begin));
        label(
                html,
                (LEFT + WIDTH - RIGHT) / 2.0,
                HEIGHT - 6,
                "middle",
                time(begin.plus(Duration.between(begin, end).dividedBy(2))));
        label(html, WIDTH - RIGHT, HEIGHT - 6, "end", time(end));
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).format(at.atZone(zone));
    }

    private void level(Html html, double value, String words) {
        html.element(
                "path",
                "",
                "d",
                "M" + LEFT + " " + number(y(value)) + "H" + (WIDTH - RIGHT),
                "fill",
                "none",
                "stroke",
                "var(--limit, var(--warn))",
                "stroke-dasharray",
                "4 4");
        label(html, WIDTH - RIGHT, Math.max(10, y(value) - 4), "end", words);
    }

    private static void label(Html html, double x, double y, String anchor, String text) {
        html.element("text", text, "x", number(x), "y", number(y), "text-anchor", anchor);
    }

    /** One path for each stretch in which somebody watched. */
    private List<String> paths() {
        List<String> paths = new java.util.ArrayList<>();
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < curve.points().size(); i++) {
            OptionalDouble value = curve.points().get(i).value();
            if (value.isEmpty()) {
                add(paths, path);
                path = new StringBuilder();
                continue;
            }
            // Each point is as wide as its time, so that a single one can be seen.
            path.append(path.isEmpty() ? "M" : "L")
                    .append(number(x(i)))
                    .append(' ')
                    .append(number(y(value.getAsDouble())))
                    .append('H')
                    .append(number(x(i + 1)));
        }
        add(paths, path);
        return paths;
    }

    private static void add(List<String> paths, StringBuilder path) {
        if (!path.isEmpty()) {
            paths.add(path.toString());
        }
    }

    private double x(int point) {
        return LEFT + (double) point / curve.points().size() * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
