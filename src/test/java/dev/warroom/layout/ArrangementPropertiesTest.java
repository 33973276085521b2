package dev.warroom.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.layout.Layout.Direction;
import dev.warroom.layout.Layout.Leaf;
import dev.warroom.layout.Layout.Node;
import dev.warroom.layout.Layout.Part;
import dev.warroom.layout.Layout.Split;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class ArrangementPropertiesTest {

    /** Random trees in which each pane stands at most once. */
    @Provide
    Arbitrary<Layout> layouts() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.integers().between(1, Pane.values().length))
                .as(
                        (seed, panes) -> {
                            List<Pane> left = new ArrayList<>(List.of(Pane.values()));
                            Random random = new Random(seed);
                            java.util.Collections.shuffle(left, random);
                            Node root = tree(left.subList(0, panes), random);
                            return new Layout("it", root, Optional.empty());
                        });
    }

    private static Node tree(List<Pane> panes, Random random) {
        if (panes.size() == 1) {
            return new Leaf(panes.getFirst(), 1 + random.nextInt(60), 1 + random.nextInt(15));
        }
        List<Part> parts = new ArrayList<>();
        int cut = 1 + random.nextInt(panes.size() - 1);
        parts.add(new Part(1 + random.nextInt(100), tree(panes.subList(0, cut), random)));
        List<Pane> rest = panes.subList(cut, panes.size());
        if (rest.size() > 1 && random.nextBoolean()) {
            rest.forEach(
                    it -> parts.add(new Part(1 + random.nextInt(100), tree(List.of(it), random))));
        } else {
            parts.add(new Part(1 + random.nextInt(100), tree(rest, random)));
        }
        return new Split(Direction.values()[random.nextInt(2)], parts);
    }

    @Property(seed = "583139832")
    void panesCoverTheBodyWithoutOverlapAndAreAtLeastAsLargeAsTheyNeed(
            @ForAll("layouts") Layout layout,
            @ForAll @IntRange(max = 300) int columns,
            @ForAll @IntRange(max = 100) int rows,
            @ForAll Pane focus) {
        Rectangle body = new Rectangle(3, 1, columns, rows);
        Map<Pane, Rectangle> places =
                Arrangement.of(Map.of("it", layout), "it", body, focus, false).places();
        Map<Pane, Leaf> leaves = leaves(layout.root());
        if (places.isEmpty()) {
            assertThat(fits(layout.root(), columns, rows)).isFalse();
            return;
        }
        assertThat(places).hasSameSizeAs(leaves).containsKey(focus);
        int[][] taken = new int[rows][columns];
        places.values()
                .forEach(
                        it -> {
                            for (int row = it.row(); row < it.row() + it.rows(); row++) {
                                for (int c = it.column(); c < it.column() + it.columns(); c++) {
                                    taken[row - 1][c - 3]++;
                                }
                            }
                        });
        for (int[] row : taken) {
            assertThat(row).containsOnly(1);
        }
        leaves.forEach(
                (pane, leaf) -> {
                    Rectangle it = places.get(pane);
                    if (it != null && leaves.containsKey(focus)) {
                        assertThat(it.columns()).isGreaterThanOrEqualTo(leaf.minColumns());
                        assertThat(it.rows()).isGreaterThanOrEqualTo(leaf.minRows());
                    }
                });
    }

    private static Map<Pane, Leaf> leaves(Node node) {
        Map<Pane, Leaf> found = new EnumMap<>(Pane.class);
        switch (node) {
            case Leaf leaf -> found.put(leaf.pane(), leaf);
            case Split split -> split.parts().forEach(it -> found.putAll(leaves(it.node())));
        }
        return found;
    }

    /** Whether the minimums of all leaves can be had at once. */
    private static boolean fits(Node node, int columns, int rows) {
        return need(node, Direction.COLUMNS) <= columns && need(node, Direction.ROWS) <= rows;
    }

    private static int need(Node node, Direction along) {
        return switch (node) {
            case Leaf leaf -> along == Direction.COLUMNS ? leaf.minColumns() : leaf.minRows();
            case Split split -> {
                int sum = 0;
                int most = 0;
                for (Part part : split.parts()) {
                    sum += need(part.node(), along);
                    most = Math.max(most, need(part.node(), along));
                }
                yield split.direction() == along ? sum : most;
            }
        };
    }

    private static Layout of(String name, int columns, String fallback) {
        return new Layout(name, new Leaf(Pane.LOGS, columns, 3), Optional.ofNullable(fallback));
    }

    private static Map<Pane, Rectangle> places(Map<String, Layout> layouts, String name) {
        return Arrangement.of(layouts, name, new Rectangle(0, 0, 50, 10), Pane.LOGS, false)
                .places();
    }

    @Example
    void whatDoesNotFitFallsBackUntilSomethingDoes() {
        Map<String, Layout> layouts =
                Map.of(
                        "a", of("a", 100, "b"),
                        "b", of("b", 80, "c"),
                        "c", of("c", 40, null));

        assertThat(places(layouts, "a")).containsOnlyKeys(Pane.LOGS);
    }

    @Example
    void fallbacksThatGoInACircleOrNowhereEnd() {
        assertThat(places(Map.of("a", of("a", 90, "b"), "b", of("b", 90, "a")), "a")).isEmpty();
        assertThat(places(Map.of("a", of("a", 90, "gone")), "a")).isEmpty();
        assertThat(places(Map.of(), "a")).isEmpty();
    }

    @Example
    void ratiosShareTheRoom() {
        Node left = new Leaf(Pane.LOGS, 1, 1);
        Node right = new Leaf(Pane.HEALTH, 1, 1);
        Layout layout =
                new Layout(
                        "a",
                        new Split(
                                Direction.COLUMNS, List.of(new Part(3, left), new Part(1, right))),
                        Optional.empty());

        assertThat(places(Map.of("a", layout), "a"))
                .containsEntry(Pane.LOGS, new Rectangle(0, 0, 38, 10))
                .containsEntry(Pane.HEALTH, new Rectangle(38, 0, 12, 10));
    }
}
