package dev.warroom.view;

import dev.warroom.room.Room;
import dev.warroom.room.Spot;
import dev.warroom.room.TimeOfDay;
import dev.warroom.runbook.Step;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The lines of the checklist pane while they are being written, at one width. */
final class ChecklistSheet {

    private static final int NARROW = 40;

    private final Room room;
    private final ZoneId zone;
    private final int columns;
    private final List<ChecklistLine> lines = new ArrayList<>();

    /**
     * @param columns of the pane, or of a column of it; longer lines are broken
     */
    ChecklistSheet(Room room, ZoneId zone, int columns) {
        this.room = room;
        this.zone = zone;
        this.columns = columns;
    }

    /** An empty one for a column of this. */
    ChecklistSheet narrower(int width) {
        return new ChecklistSheet(room, zone, width);
    }

    Room room() {
        return room;
    }

    int columns() {
        return columns;
    }

    List<ChecklistLine> lines() {
        return lines;
    }

    ZoneId zone() {
        return zone;
    }

    String clock(Instant at) {
        return TimeOfDay.second(at, zone);
    }

    boolean selected(String spot) {
        return spot.equals(room.checklist().cursor());
    }

    /** The spots that stand in the words of the step, option, section or runbook of this id. */
    List<Spot> spotsIn(String id) {
        return room.checklist().spotsIn(id);
    }

    void add(List<ChecklistLine> more) {
        lines.addAll(more);
    }

    /** A head, with what stands at its right edge; below it where there is no room beside it. */
    void head(int indent, String text, Style style, String right, Style rightStyle, String spot) {
        boolean below = columns < NARROW || CellWidth.of(right) + 2 > columns * 2 / 3;
        boolean whole = below || selected(spot);
        int taken = below || right.isEmpty() ? 0 : Math.min(CellWidth.of(right) + 1, columns / 2);
        List<String> broken =
                whole ? Wrapped.of(text, columns - 2 * indent - 2 - taken) : List.of(text);
        for (int i = 0; i < broken.size(); i++) {
            boolean first = i == 0;
            cell(
                    first || below ? indent : indent + 1,
                    broken.get(i),
                    style,
                    first && !below ? right : "",
                    rightStyle,
                    first ? spot : "");
        }
        if (below && !right.isEmpty()) {
            broken(indent + 1, right, rightStyle);
        }
    }

    /** Words of a runbook. */
    void words(int indent, String line) {
        broken(indent, line, Style.MUTED);
    }

    void broken(int indent, String text, Style style) {
        for (String line : Wrapped.hanging(text, columns - 2 * indent - 2)) {
            cell(indent, line, style, "", Style.PLAIN, "");
        }
    }

    /**
     * As many lines of words as fit into {@code most}.
     *
     * @param lead stands before each of them that is no comment; empty for words that are no script
     * @return whether all have been written
     */
    boolean some(int indent, String lead, List<String> words, Style style, int most) {
        int left = most;
        for (String text : words) {
            boolean comment = !lead.isEmpty() && Step.isComment(text);
            String before = comment ? " ".repeat(lead.length()) : lead;
            int free = columns - 2 * indent - 2 - lead.length();
            for (String line : Wrapped.hanging(text, free)) {
                if (left-- == 0) {
                    return false;
                }
                cell(indent, before + line, comment ? Style.MUTED : style, "", Style.PLAIN, "");
                before = " ".repeat(lead.length());
            }
        }
        return true;
    }

    private void cell(
            int indent, String text, Style style, String right, Style rightStyle, String spot) {
        lines.add(
                ChecklistLine.of(
                        new ChecklistLine.Cell(
                                0, columns, indent, text, style, right, rightStyle, spot)));
    }
}
