package dev.warroom.layout;

import dev.warroom.layout.Layout.Direction;
import dev.warroom.layout.Layout.Leaf;
import dev.warroom.layout.Layout.Node;
import dev.warroom.layout.Layout.Part;
import dev.warroom.layout.Layout.Split;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where each pane is, for one size of the screen.
 *
 * @param places of the panes that are visible; empty where the screen is too small for any layout
 */
public record Arrangement(Map<Pane, Rectangle> places) {

    public Arrangement {
        places = Map.copyOf(places);
    }

    /**
     * Fits a layout into {@code body}; where its panes' minimum sizes do not fit, its fallback, and
     * so on.
     *
     * @param layouts by name; a name that is not there, or comes round again, ends the search
     * @param focus the pane that must be visible: where the layout does not have it, it takes the
     *     place of the largest pane
     * @param zoomed whether the focused pane takes everything
     */
    public static Arrangement of(
            Map<String, Layout> layouts, String name, Rectangle body, Pane focus, boolean zoomed) {
        Set<String> seen = new HashSet<>();
        Optional<String> next = Optional.of(name);
        while (next.isPresent() && seen.add(next.get()) && layouts.containsKey(next.get())) {
            Layout layout = layouts.get(next.get());
            if (fits(layout.root(), body.columns(), body.rows())) {
                return zoomed
                        ? new Arrangement(Map.of(focus, body))
                        : new Arrangement(withFocus(solve(layout.root(), body), focus));
            }
            next = layout.fallback();
        }
        return new Arrangement(Map.of());
    }

    public Optional<Rectangle> place(Pane pane) {
        return Optional.ofNullable(places.get(pane));
    }

    /** Whether one pane has the whole body to itself. */
    public boolean single() {
        return places.size() == 1;
    }

    private static boolean fits(Node node, int columns, int rows) {
        return columns >= minimum(node, Direction.COLUMNS) && rows >= minimum(node, Direction.ROWS);
    }

    private static int minimum(Node node, Direction along) {
        return switch (node) {
            case Leaf leaf -> along == Direction.COLUMNS ? leaf.minColumns() : leaf.minRows();
            case Split split -> {
                var sizes = split.parts().stream().mapToInt(part -> minimum(part.node(), along));
                yield split.direction() == along ? sizes.sum() : sizes.max().orElse(1);
            }
        };
    }

    private static Map<Pane, Rectangle> solve(Node node, Rectangle room) {
        Map<Pane, Rectangle> places = new EnumMap<>(Pane.class);
        switch (node) {
            case Leaf leaf -> places.put(leaf.pane(), room);
            case Split split -> {
                boolean across = split.direction() == Direction.COLUMNS;
                int[] sizes = share(split, across ? room.columns() : room.rows());
                int at = across ? room.column() : room.row();
                for (int i = 0; i < sizes.length; i++) {
                    Rectangle part =
                            across
                                    ? new Rectangle(at, room.row(), sizes[i], room.rows())
                                    : new Rectangle(room.column(), at, room.columns(), sizes[i]);
                    places.putAll(solve(split.parts().get(i).node(), part));
                    at += sizes[i];
                }
            }
        }
        return places;
    }

    /**
     * By ratio; a part that its ratio would leave below its minimum gets the minimum, and the
     * others pay.
     */
    private static int[] share(Split split, int total) {
        List<Part> parts = split.parts();
        int[] least =
                parts.stream().mapToInt(part -> minimum(part.node(), split.direction())).toArray();
        int[] sizes = new int[parts.size()];
        boolean[] fixed = new boolean[parts.size()];
        boolean again = true;
        while (again) {
            again = false;
            int left = total;
            int ratios = 0;
            for (int i = 0; i < sizes.length; i++) {
                left -= fixed[i] ? sizes[i] : 0;
                ratios += fixed[i] ? 0 : parts.get(i).ratio();
            }
            for (int i = 0; i < sizes.length; i++) {
                if (fixed[i]) {
                    continue;
                }
                sizes[i] = left * parts.get(i).ratio() / ratios;
                if (sizes[i] < least[i]) {
                    sizes[i] = least[i];
                    fixed[i] = true;
                    again = true;
                    break;
                }
            }
        }
        sizes[widest(sizes)] += total - Arrays.stream(sizes).sum();
        return sizes;
    }

    private static int widest(int[] sizes) {
        int best = 0;
        for (int i = 1; i < sizes.length; i++) {
            best = sizes[i] > sizes[best] ? i : best;
        }
        return best;
    }

    private static Map<Pane, Rectangle> withFocus(Map<Pane, Rectangle> places, Pane focus) {
        if (!places.containsKey(focus)) {
            Pane largest =
                    places.entrySet().stream()
                            .max(
                                    Map.Entry.comparingByValue(
                                            java.util.Comparator.comparingInt(
                                                    it -> it.columns() * it.rows())))
                            .orElseThrow()
                            .getKey();
            places.put(focus, places.remove(largest));
        }
        return places;
    }
}
