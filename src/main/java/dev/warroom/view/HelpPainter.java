package dev.warroom.view;

import dev.warroom.keys.Binding;
import dev.warroom.keys.Bindings;
import dev.warroom.room.CommandLine;

import java.util.ArrayList;
import java.util.List;

/** The keys and commands, made from the tables that dispatch them. */
final class HelpPainter {

    /** Columns that keys and usages have at least. */
    private static final int KEYS = 16;

    private HelpPainter() {}

    private record Entry(String keys, String words) {}

    static void paint(Bindings bindings, int from, Canvas inside) {
        List<Entry> entries = new ArrayList<>();
        for (Binding binding : bindings.all()) {
            entries.add(new Entry(binding.labels(), binding.words()));
        }
        entries.add(new Entry("", ""));
        for (CommandLine.Command command : CommandLine.COMMANDS) {
            entries.add(new Entry(":" + command.usage(), command.words()));
        }
        boolean two = inside.columns() >= 2 * widest(entries);
        int perColumn = two ? (entries.size() + 1) / 2 : entries.size();
        int first = Math.clamp(from, 0, Math.max(0, perColumn - inside.rows()));
        int width = two ? inside.columns() / 2 : inside.columns();
        int keys = keys(entries, width);
        for (int row = 0; row < inside.rows() && first + row < perColumn; row++) {
            entry(inside, 1, row, entries.get(first + row), keys, width);
            int other = first + row + perColumn;
            if (two && other < entries.size()) {
                entry(inside, width, row, entries.get(other), keys, inside.columns());
            }
        }
        ChecklistPainter.more(inside, first, perColumn);
    }

    /** The columns that the longest entry takes, with the space around it. */
    private static int widest(List<Entry> entries) {
        return entries.stream()
                .mapToInt(
                        it ->
                                Math.max(KEYS, CellWidth.of(it.keys()))
                                        + CellWidth.of(it.words())
                                        + 3)
                .max()
                .orElse(0);
    }

    /** As wide as the longest keys or usage, as far as the longest words leave room. */
    private static int keys(List<Entry> entries, int width) {
        int longest = entries.stream().mapToInt(it -> CellWidth.of(it.keys())).max().orElse(0);
        int words = entries.stream().mapToInt(it -> CellWidth.of(it.words())).max().orElse(0);
        return Math.max(KEYS, Math.min(longest, width - words - 3));
    }

    /** Keys that are longer than the others push the words aside. */
    private static void entry(Canvas inside, int column, int row, Entry entry, int keys, int end) {
        int at = inside.put(column, row, entry.keys(), Style.ACCENT_BOLD, end - 1);
        inside.put(Math.max(column + keys, at) + 1, row, entry.words(), Style.PLAIN, end - 1);
    }
}
