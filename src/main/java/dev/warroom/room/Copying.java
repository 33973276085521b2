package dev.warroom.room;

import dev.warroom.layout.Pane;
import dev.warroom.text.Counted;

import java.util.List;
import java.util.Optional;

/** Marking log lines, taking them elsewhere, and how they are looked at. */
final class Copying {

    private Copying() {}

    static Next mark(Room room) {
        LogLine line = room.logs().meant().orElseThrow();
        LogLook look = room.logs().look();
        if (look.marks().size() >= LogLook.MOST_MARKS && !look.marks().contains(line)) {
            String words = LogLook.MOST_MARKS + " lines are marked already: y copies them.";
            return Next.of(room.with(Notice.plain(words)));
        }
        LogLook next = look.marking(line);
        String words =
                next.marks().isEmpty()
                        ? "No line is marked any more."
                        : lines(next.marks().size()) + " marked: y copies, m takes a mark away.";
        Logs logs = LogCursor.atMeant(room.logs().with(next));
        return Next.of(room.with(logs).with(Notice.plain(words)));
    }

    /** The marked lines, which are not marked any more then, or the event that is meant. */
    static Next copy(Room room) {
        LogLook look = room.logs().look();
        List<LogLine> lines =
                look.marks().isEmpty() ? room.logs().event() : List.copyOf(look.marks());
        StringBuilder text = new StringBuilder();
        lines.forEach(it -> text.append(room.secrecy().masked(it.text())).append('\n'));
        return Next.of(
                room.with(room.logs().with(look.unmarked())),
                new Effect.CopyLines(text.toString(), lines(lines.size())));
    }

    private static String lines(int count) {
        return Counted.of(count, "line");
    }

    /** Breaks long lines, or cuts them again. */
    static Next wrap(Room room) {
        LogLook look = room.logs().look();
        return Next.of(room.with(room.logs().with(look.wrapped(!look.wrapped()))));
    }

    /** Shows events of several lines whole, or folded onto their first line. */
    static Next fold(Room room) {
        LogLook look = room.logs().look();
        return Next.of(room.with(room.logs().with(look.folded(!look.folded()))));
    }

    /** Shows the lines of one source only, of all where {@code name} is empty. */
    static Next source(Room room, String name) {
        Logs logs = room.logs();
        List<String> names =
                logs.kept().all().stream().map(LogLine::source).distinct().sorted().toList();
        if (!name.isEmpty() && !names.contains(name)) {
            String words = "No line of a source \"" + name + "\" is held. Sources: ";
            return Next.of(room.with(Notice.bad(words + String.join(" ", names))));
        }
        Optional<String> only = name.isEmpty() ? Optional.empty() : Optional.of(name);
        try {
            Logs next = logs.filtered(logs.filters().of(only));
            return Next.of(room.with(next).with(room.screen().focused(Pane.LOGS)));
        } catch (LogFilter.Unusable e) {
            return Next.of(room.with(Notice.bad(e.getMessage())));
        }
    }
}
