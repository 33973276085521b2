package dev.warroom.view;

import dev.warroom.incident.Batch;
import dev.warroom.room.FanOut;
import dev.warroom.room.FanOutRows;
import dev.warroom.room.Line;
import dev.warroom.room.Question;
import dev.warroom.room.Room;
import dev.warroom.room.RunTitle;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The outputs of a step that runs on several hosts. */
final class FanOutPainter {

    private FanOutPainter() {}

    static String title(Room room, String id) {
        return "Output · "
                + RunTitle.of(room, id)
                + FanOut.batch(room, id)
                        .map(
                                it ->
                                        FanOutRows.counts(room, it).isEmpty()
                                                ? " · " + it.words()
                                                : " · " + it.hosts() + " hosts")
                        .orElse("");
    }

    /** What the keys do that are meant for it, whether it is of several hosts or one of them. */
    static String hint(Room room, String id) {
        return Batch.is(id)
                ? "/ finds a host, Esc closes"
                : FanOut.batchOf(room, id).isPresent() ? "Esc goes back" : "Esc closes";
    }

    static void paint(Room room, String id, ZoneId zone, Canvas inside) {
        Optional<Batch> batch = FanOut.batch(room, id);
        if (batch.isEmpty()) {
            inside.put(1, 0, "Nothing has begun yet.", Style.MUTED);
            return;
        }
        Canvas below = inside;
        for (FanOutRows.Row row : FanOutRows.counts(room, batch.get())) {
            inside.put(0, 0, row.text(), Style.BOLD);
            below = inside.part(0, 1, inside.columns(), inside.rows() - 1);
        }
        List<FanOutRows.Row> rows = FanOutRows.of(room, batch.get(), zone);
        int last = Math.max(0, rows.size() - room.outputs().fromEnd());
        int first = finding(room) ? 0 : Math.max(0, last - below.rows());
        for (int i = 0; i < below.rows() && first + i < rows.size(); i++) {
            FanOutRows.Row row = rows.get(first + i);
            below.put(0, i, row.text(), style(row.tone()));
        }
    }

    private static boolean finding(Room room) {
        return room.question().orElse(null)
                instanceof Question.Text(Question.Purpose.Host host, Line line);
    }

    private static Style style(FanOutRows.Tone tone) {
        return switch (tone) {
            case PASSED -> Style.GOOD;
            case FAILED -> Style.BAD_BOLD;
            case RUNNING -> Style.ACCENT;
            case UNKNOWN -> Style.WARNING;
            case OUTPUT -> Style.PLAIN;
        };
    }
}
