package dev.warroom.view;

import dev.warroom.keys.Binding;
import dev.warroom.keys.Bindings;
import dev.warroom.room.CommandLine;

import java.util.ArrayList;
import java.util.List;

/** The keys and commands, made from the tables that dispatch them. */
final class HelpPainter {

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
        boolean two = inside.columns() >= 120;
        int perColumn = two ? (entries.size() + 1) / 2 : entries.size();
        int first = Math.clamp(from, 0, Math.max(0, perColumn - inside.rows()));
        for (int row = 0; row < inside.rows() && first + row < perColumn; row++) {
            entry(
                    inside,
                    1,
                    row,
                    entries.get(first + row),
                    two ? inside.columns() / 2 : inside.columns());
            int other = first + row + perColumn;
            if (two && other < entries.size()) {
                entry(inside, inside.columns() / 2, row, entries.get(other), inside.columns());
            }
        }
        ChecklistPainter.more(inside, first, perColumn);
    }

    private static void entry(Canvas inside, int column, int row, Entry entry, int end) {
        inside.put(column, row, entry.keys(), Style.ACCENT_BOLD, column + KEYS);
        inside.put(column + KEYS + 1, row, entry.words(), Style.PLAIN, end - 1);
    }
}
