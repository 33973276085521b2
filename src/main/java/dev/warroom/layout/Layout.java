package dev.warroom.layout;

import java.util.List;
import java.util.Optional;

/**
 * A way to split the screen, and the way to use where it is too narrow or too short.
 *
 * @param name of its file, without the ending
 * @param fallback the name of the layout for a smaller terminal
 */
public record Layout(String name, Node root, Optional<String> fallback) {

    /** A part of the screen. */
    public sealed interface Node permits Leaf, Split {}

    /**
     * One pane.
     *
     * @param minColumns the width it needs to be of use, borders included, at least 1
     * @param minRows the height it needs, borders included, at least 1
     */
    public record Leaf(Pane pane, int minColumns, int minRows) implements Node {}

    /**
     * Parts beside or below each other.
     *
     * @param direction {@code COLUMNS} beside each other, {@code ROWS} below each other
     * @param parts at least two
     */
    public record Split(Direction direction, List<Part> parts) implements Node {
        public Split {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part of a split.
     *
     * @param ratio its share of the room, relative to the other parts', at least 1
     */
    public record Part(int ratio, Node node) {}

    /** How the parts of a split lie. */
    public enum Direction {
        COLUMNS,
        ROWS
    }
}
