package dev.warroom.room;

import dev.warroom.layout.Arrangement;
import dev.warroom.layout.Layout;
import dev.warroom.layout.Pane;
import dev.warroom.layout.Rectangle;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the room is looked at.
 *
 * @param columns of the terminal
 * @param rows of the terminal
 * @param layouts by name
 * @param layout the name of the one that was asked for, or the usual one
 * @param suiting the name of the one that suits what is going on, used in place of the usual one
 * @param focus the pane that keys go to
 * @param output the run whose output lies over the log pane
 * @param help how many lines the help is scrolled down, where it is open
 * @param choosing whether the checklist pane offers runbooks although one is open
 */
public record Screen(
        int columns,
        int rows,
        Map<String, Layout> layouts,
        String layout,
        String suiting,
        Pane focus,
        boolean zoomed,
        Optional<String> output,
        Optional<Integer> help,
        boolean choosing) {

    /**
     * Lines that no pane may take: the status line above, the message line and the key line below.
     */
    public static final int CHROME = 3;

    public static final String USUAL_LAYOUT = "war-room";

    static Screen of(int columns, int rows) {
        return new Screen(
                columns,
                rows,
                Map.of(),
                USUAL_LAYOUT,
                USUAL_LAYOUT,
                Pane.CHECKLIST,
                false,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /**
     * Where the panes are. Empty where the terminal is too small, or the layouts are not read yet.
     */
    public Arrangement arrangement() {
        Rectangle body = new Rectangle(0, Math.min(1, rows), columns, Math.max(0, rows - CHROME));
        return Arrangement.of(layouts, shown(), body, focus, zoomed);
    }

    private String shown() {
        return layout.equals(USUAL_LAYOUT) && layouts.containsKey(suiting) ? suiting : layout;
    }

    Screen suited(String name) {
        return new Screen(
                columns, rows, layouts, layout, name, focus, zoomed, output, help, choosing);
    }

    /** Whether keys that scroll go to the output view and not to a pane. */
    public boolean outputHasKeys() {
        return output.isPresent() && (focus == Pane.LOGS || arrangement().single());
    }

    Screen resized(int toColumns, int toRows) {
        return new Screen(
                toColumns, toRows, layouts, layout, suiting, focus, zoomed, output, help, choosing);
    }

    Screen withLayouts(Map<String, Layout> read) {
        return new Screen(
                columns,
                rows,
                Map.copyOf(read),
                layout,
                suiting,
                focus,
                zoomed,
                output,
                help,
                choosing);
    }

    Screen withLayout(String name) {
        Pane kept = focusIn(name);
        return new Screen(
                columns, rows, layouts, name, suiting, kept, false, output, help, choosing);
    }

    /**
     * The focus stays where it is, unless the layout has no such pane: then its first one has it.
     */
    private Pane focusIn(String name) {
        Layout next = layouts.get(name);
        return next == null || panes(next.root()).anyMatch(focus::equals)
                ? focus
                : panes(next.root()).findFirst().orElse(focus);
    }

    private static Stream<Pane> panes(Layout.Node node) {
        return switch (node) {
            case Layout.Leaf leaf -> Stream.of(leaf.pane());
            case Layout.Split split -> split.parts().stream().flatMap(it -> panes(it.node()));
        };
    }

    Screen focused(Pane pane) {
        return new Screen(
                columns, rows, layouts, layout, suiting, pane, zoomed, output, help, choosing);
    }

    /**
     * With the focus on a pane that a person wants to see: where one is shown at a time, an output
     * lies over the logs only, where it belongs.
     */
    Screen lookingAt(Pane pane) {
        Screen next = focused(pane);
        boolean covered = pane != Pane.LOGS && next.arrangement().single();
        return covered ? next.showing(Optional.empty()) : next;
    }

    Screen zoomed(boolean on) {
        return new Screen(
                columns, rows, layouts, layout, suiting, focus, on, output, help, choosing);
    }

    Screen showing(Optional<String> run) {
        return new Screen(
                columns, rows, layouts, layout, suiting, focus, zoomed, run, help, choosing);
    }

    Screen helping(Optional<Integer> from) {
        return new Screen(
                columns, rows, layouts, layout, suiting, focus, zoomed, output, from, choosing);
    }

    Screen choosing(boolean on) {
        return new Screen(columns, rows, layouts, layout, suiting, focus, zoomed, output, help, on);
    }
}
